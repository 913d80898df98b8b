import { z } from "zod";
import type { AuditHead } from "@/lib/sessions/audit-entry";

const loggedSchema = z.object({
  auditHead: z.strictObject({ seq: z.int().min(1), mac: z.string().regex(/^[0-9a-f]{64}$/) }),
});
/** Docker's and journald's names for the line they collected. */
const collectedSchema = z.union([
  z.object({ log: z.string() }).transform(({ log }) => log),
  z.object({ MESSAGE: z.string() }).transform(({ MESSAGE }) => MESSAGE),
]);

/**
 * In a line of Rollcall's log, also behind what syslog puts before it. Never inside of a text: a reason
 * that somebody gave may look like a head.
 */
export function findLoggedHead(line: string): AuditHead | undefined {
  const json = parseFromBrace(line);
  const collected = collectedSchema.safeParse(json);
  const own = collected.success ? parseFromBrace(collected.data) : json;
  return loggedSchema.safeParse(own).data?.auditHead;
}

function parseFromBrace(text: string): unknown {
  const start = text.indexOf("{");
  if (start < 0) return undefined;
  try {
    return JSON.parse(text.slice(start));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
