import type { AuditFinding, KnownHead } from "@/lib/sessions/audit-finding";
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
  const isDamaged = head === "damaged" && finding.status === "holds";
  return isDamaged ? { status: "headDamaged", file: headFile } : finding;
}

/** Never makes one: with another key, nothing would fit. */
async function readKey(keyFile: string): Promise<Buffer> {
  try {
    return toAuditKey(await readKeyFile(keyFile));
  } catch (cause) {
    if (!(cause instanceof KeyFileError)) throw cause;
    const message = `The audit cannot be verified, because its key cannot be read: ${cause.message}.`;
    throw new StoreError(message, { cause, reason: "its key cannot be read" });
  }
}
