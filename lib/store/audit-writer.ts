import type { AuditEntry, AuditHead } from "@/lib/sessions/audit-entry";
import { reason } from "@/lib/sessions/reason";
import { type AuditRow, chain, macOf, noEntry, toAuditKey } from "./audit-chain";
import type { AuditFiles } from "./audit-files";
import { watchHeads } from "./audit-heads";
import type { PrismaClient } from "./generated/client";
import { KeyFileError, readOrMakeKeyFile } from "./key-file";
import { StoreError } from "./store-error";
import { originalCodeOf } from "./with-store-errors";

const mostTries = 50;

export interface AuditWriter {
  /** Makes the key file where there is none. Throws where nothing could be written. */
  prepare(): Promise<void>;
  /** Puts them at the end of the chain, all or none. */
  write(entries: readonly AuditEntry[]): Promise<void>;
}

export function openAuditWriter(
  client: PrismaClient,
  { keyFile, headFile }: AuditFiles,
  tellTrouble: (error: Error) => void,
): AuditWriter {
  const findMac = async (seq: number) =>
    (await client.auditEntry.findUnique({ where: { seq } }))?.mac;
  const heads = watchHeads({ headFile, findMac, tellTrouble });
  let key: Buffer | undefined;
  const getKey = async () => {
    key ??= toAuditKey(await readKey(keyFile));
    return key;
  };

  return {
    async prepare() {
      const chainKey = await getKey();
      const last = await client.auditEntry.findFirst({ orderBy: { seq: "desc" } });
      await heads.compare(last ?? noEntry);
      if (last && macOf(last, chainKey) !== last.mac) {
        tellTrouble(new Error(`the audit chain was not written with the key in ${keyFile}`));
      }
    },

    async write(entries) {
      const chainKey = await getKey();
      for (let tries = 1; ; tries++) {
        const head = (await findHead(client)) ?? noEntry;
        await heads.compare(head);
        const rows = chain(entries, head, chainKey);
        try {
          await insert(client, rows);
        } catch (error) {
          // Another process has taken the number.
          if (isConstraint(error) && tries < mostTries) continue;
          throw error;
        }
        return heads.keep(rows.at(-1) ?? head);
      }
    },
  };
}

export async function findHead({ auditEntry }: PrismaClient): Promise<AuditHead | undefined> {
  const select = { seq: true, mac: true } as const;
  return (await auditEntry.findFirst({ select, orderBy: { seq: "desc" } })) ?? undefined;
}

/** One statement, so that all are written or none, whatever else the connection does. */
async function insert(client: PrismaClient, rows: readonly AuditRow[]): Promise<void> {
  await client.$executeRaw`
    INSERT INTO "AuditEntry" ("seq", "at", "event", "phase", "actId", "operator", "operatorAddress",
      "server", "sourceId", "user", "address", "outcome", "reason", "detail", "previousMac", "mac")
    SELECT value->>'seq', value->>'at', value->>'event', value->>'phase', value->>'actId',
      value->>'operator', value->>'operatorAddress', value->>'server', value->>'sourceId',
      value->>'user', value->>'address', value->>'outcome', value->>'reason', value->>'detail',
      value->>'previousMac', value->>'mac'
    FROM json_each(${JSON.stringify(rows)})`;
}

async function readKey(keyFile: string): Promise<Buffer> {
  try {
    return await readOrMakeKeyFile(keyFile);
  } catch (cause) {
    if (!(cause instanceof KeyFileError)) throw cause;
    const options = { cause, reason: reason("auditKeyUnusable") };
    throw new StoreError(`The audit cannot be written: ${cause.message}.`, options);
  }
}

function isConstraint(error: unknown): boolean {
  return originalCodeOf(error).startsWith("SQLITE_CONSTRAINT");
}
