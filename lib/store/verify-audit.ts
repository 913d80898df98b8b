import { existsSync } from "node:fs";
import type { AuditFinding, KnownHead } from "@/lib/sessions/audit-finding";
import { reason } from "@/lib/sessions/reason";
import { toAuditKey } from "./audit-chain";
import type { AuditFiles } from "./audit-files";
import { readHeadFile } from "./audit-head-file";
import { readRows } from "./audit-rows";
import type { PrismaClient } from "./generated/client";
import { KeyFileError, readKeyFile } from "./key-file";
import { StoreError } from "./store-error";
import { verifyChain } from "./verify-chain";

/** Walks along the whole chain, by the head beside the database and those that are given. */
export async function verifyAudit(
  client: PrismaClient,
  { keyFile, headFile }: AuditFiles,
  given: readonly KnownHead[],
): Promise<AuditFinding> {
  // Read before the rows: entries that come meanwhile reach beyond it.
  const head = await readHeadFile(headFile);
  const isThere = head !== "none" && head !== "damaged";
  const heads = isThere ? [{ ...head, from: headFile }, ...given] : given;
  const finding = await verifyChain(readRows(client), heads, await readKey(keyFile));
  if (finding.status !== "holds") return finding;
  if (head === "damaged") return { status: "headDamaged", file: headFile };
  const isEndUnknown = finding.head !== null && !finding.isHeadKnown;
  return isEndUnknown ? { status: "headMissing", file: headFile } : finding;
}

/** Never makes one: with another key, nothing would fit. */
async function readKey(keyFile: string): Promise<Buffer> {
  if (!existsSync(keyFile)) throw toUnverified(`is missing: put back ${keyFile} from a backup`);
  try {
    return toAuditKey(await readKeyFile(keyFile));
  } catch (cause) {
    if (!(cause instanceof KeyFileError)) throw cause;
    throw toUnverified(`cannot be read: ${cause.message}`, cause);
  }
}

function toUnverified(why: string, cause?: unknown): StoreError {
  const options = { cause, reason: reason("auditKeyUnreadable") };
  return new StoreError(`The audit cannot be verified: its key ${why}.`, options);
}
