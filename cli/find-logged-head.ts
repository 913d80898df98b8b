import type { AuditHead } from "@/lib/sessions/audit-entry";

/** In a line of Rollcall's log, also where a collector has put the line into JSON of its own. */
const pattern = /\\?"auditHead\\?":\{\\?"seq\\?":(\d{1,15}),\\?"mac\\?":\\?"([0-9a-f]{64})\\?"\}/;

export function findLoggedHead(line: string): AuditHead | undefined {
  const [, seq, mac] = pattern.exec(line) ?? [];
  return seq && mac ? { seq: Number(seq), mac } : undefined;
}
