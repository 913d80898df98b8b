import { createHmac, hkdfSync } from "node:crypto";
import type { AuditEntry, AuditHead } from "@/lib/sessions/audit-entry";

/** An entry as the database keeps it, without what binds it to the one before. */
interface AuditText {
  readonly at: string;
  readonly event: string;
  readonly phase: string;
  readonly actId: string | null;
  readonly operator: string;
  readonly operatorAddress: string | null;
  readonly server: string | null;
  readonly sourceId: string | null;
  readonly user: string | null;
  readonly address: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly detail: string;
}

export interface AuditRow extends AuditText {
  readonly seq: number;
  readonly previousMac: string;
  readonly mac: string;
}

/** What stands before the first entry. */
export const noEntry: AuditHead = { seq: 0, mac: "0".repeat(64) };

/** Not the key file's own bytes, which seal credentials. */
export function toAuditKey(key: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", "rollcall audit chain 1", 32));
}

/** The entries as the next links of the chain that ends with `head`. */
export function chain(
  entries: readonly AuditEntry[],
  head: AuditHead,
  key: Buffer,
): readonly AuditRow[] {
  let { seq, mac } = head;
  return entries.map((entry) => {
    seq += 1;
    const row = { ...toText(entry), seq, previousMac: mac };
    mac = macOf(row, key);
    return { ...row, mac };
  });
}

/** Over every column but itself, null and empty told apart. */
export function macOf(row: Omit<AuditRow, "mac">, key: Buffer): string {
  const columns = [
    row.seq,
    row.at,
    row.event,
    row.phase,
    row.actId,
    row.operator,
    row.operatorAddress,
    row.server,
    row.sourceId,
    row.user,
    row.address,
    row.outcome,
    row.reason,
    row.detail,
    row.previousMac,
  ];
  return createHmac("sha256", key).update(JSON.stringify(columns)).digest("hex");
}

function toText(entry: AuditEntry): AuditText {
  return {
    at: entry.at.toISOString(),
    event: entry.event,
    phase: entry.phase,
    actId: entry.actId,
    operator: keepable(entry.operator),
    operatorAddress: keepable(entry.operatorAddress),
    server: keepable(entry.server),
    sourceId: keepable(entry.sourceId),
    user: keepable(entry.user),
    address: keepable(entry.address),
    outcome: entry.outcome,
    reason: keepable(entry.reason),
    detail: JSON.stringify(entry.detail),
  };
}

/** Databases give such letters back as others, and then the code would not fit. */
function keepable<Text extends string | null>(text: Text): Text | string {
  return text === null ? text : text.toWellFormed().replaceAll("\0", "\ufffd");
}
