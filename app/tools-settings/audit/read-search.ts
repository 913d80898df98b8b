import { z } from "zod";
import { type AuditFilter, type AuditPlace, auditFilterSchema } from "@/lib/sessions/audit-search";

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

const seqSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** Typed by a person, or in a link: what cannot be meant is left out, and the page's fields show what is left. */
export function readFilter(given: Given): AuditFilter {
  const parts = Object.entries(auditFilterSchema.unwrap().shape).map(([name, schema]) => {
    const part = schema.safeParse(given[name]);
    return part.success && part.data !== undefined ? { [name]: part.data } : {};
  });
  return auditFilterSchema.parse(Object.assign({}, ...parts));
}

export function readPlace({ before, after }: Given): AuditPlace {
  const [older, newer] = [seqSchema.safeParse(before), seqSchema.safeParse(after)];
  if (older.success) return { side: "before", seq: older.data };
  return newer.success ? { side: "after", seq: newer.data } : { side: "newest" };
}
