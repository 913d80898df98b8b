import type { AuditEntry, AuditTrail } from "@/lib/sessions/audit-entry";

/** Keeps what is recorded, for a look at it. */
export function keepTrail(): AuditTrail & { readonly entries: readonly AuditEntry[] } {
  const entries: AuditEntry[] = [];
  const add = async (more: readonly AuditEntry[]) => {
    entries.push(...more);
  };
  return { entries, append: add, owe: add };
}
