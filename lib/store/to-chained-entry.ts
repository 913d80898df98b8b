import { z } from "zod";
import {
  auditEvents,
  auditOutcomes,
  auditPhases,
  type ChainedEntry,
} from "@/lib/sessions/audit-entry";
import type { AuditRow } from "./audit-chain";

const textSchema = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  event: z.enum(auditEvents),
  phase: z.enum(auditPhases),
  outcome: z.enum(auditOutcomes).nullable(),
  detail: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        context.addIssue("is not JSON");
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), z.unknown())),
});

/** Undefined where another hand, or a newer Rollcall, has written what this one does not know. */
export function toChainedEntry(row: AuditRow): ChainedEntry | undefined {
  const text = textSchema.safeParse(row);
  return text.success ? { ...row, ...text.data } : undefined;
}
