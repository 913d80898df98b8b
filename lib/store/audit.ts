import type { AuditEntry, AuditHead } from "@/lib/sessions/audit-entry";
import { type AuditRow, chain, macOf, noEntry, toAuditKey } from "./audit-chain";
import { watchHeads } from "./audit-heads";
import { type QueuedTrail, queueTrail } from "./audit-trail";
import type { PrismaClient } from "./generated/client";
import { KeyFileError, readOrMakeKeyFile } from "./key-file";
import { createRefusalTally, type RefusalTally } from "./refusal-tally";
import { StoreError } from "./store-error";
import { originalCodeOf, orStoreError } from "./with-store-errors";

const mostTries = 50;

export interface Audit extends QueuedTrail, Pick<RefusalTally, "noteRefusal"> {
  /** Makes the key file where there is none. Throws where nothing could be written. */
  prepare(): Promise<void>;
  /** Passes on why something could not be recorded. */
  tellTrouble(error: Error): void;
  /** Undefined while there is no entry. */
  findHead(): Promise<AuditHead | undefined>;
}

export interface AuditFiles {
  readonly databaseFile: string;
  readonly keyFile: string;
  readonly headFile: string;
}

export function openAudit(
  client: PrismaClient,
  { databaseFile, keyFile, headFile }: AuditFiles,
): Audit {
  const listeners: ((error: Error) => void)[] = [];
  const tellTrouble = (error: Error) => {
    for (const listener of listeners) listener(error);
  };
  const findMac = async (seq: number) =>
    (await client.auditEntry.findUnique({ where: { seq } }))?.mac;
  const heads = watchHeads({ headFile, findMac, tellTrouble });
  let key: Buffer | undefined;
  const getKey = async () => {
    key ??= toAuditKey(await readKey(keyFile));
    return key;
  };

  const write = async (entries: readonly AuditEntry[]): Promise<AuditHead> => {
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
      const last = rows.at(-1) ?? head;
      await heads.keep(last);
      return last;
    }
  };

  const prepare = async () => {
    const chainKey = await getKey();
    const last = await client.auditEntry.findFirst({ orderBy: { seq: "desc" } });
    await heads.compare(last ?? noEntry);
    if (last && macOf(last, chainKey) !== last.mac) {
      tellTrouble(new Error(`the audit chain was not written with the key in ${keyFile}`));
    }
  };

  const queue = queueTrail(
    (entries) => orStoreError(() => write(entries), databaseFile),
    tellTrouble,
  );
  const tally = createRefusalTally(queue.owe);

  return {
    ...queue,
    prepare: () => orStoreError(prepare, databaseFile),
    noteRefusal: tally.noteRefusal,
    tellTrouble,
    async close() {
      await tally.flush();
      await queue.close();
    },
    onTrouble: (listener) => listeners.push(listener),
    findHead: () => orStoreError(() => findHead(client), databaseFile),
  };
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

async function findHead({ auditEntry }: PrismaClient): Promise<AuditHead | undefined> {
  const select = { seq: true, mac: true } as const;
  return (await auditEntry.findFirst({ select, orderBy: { seq: "desc" } })) ?? undefined;
}

async function readKey(keyFile: string): Promise<Buffer> {
  try {
    return await readOrMakeKeyFile(keyFile);
  } catch (cause) {
    if (!(cause instanceof KeyFileError)) throw cause;
    const reason = "the key file cannot be used; whoever runs Rollcall finds why in its log";
    throw new StoreError(`The audit cannot be written: ${cause.message}.`, { cause, reason });
  }
}

function isConstraint(error: unknown): boolean {
  return originalCodeOf(error).startsWith("SQLITE_CONSTRAINT");
}
