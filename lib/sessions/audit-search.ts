import { z } from "zod";
import { auditEvents, type ChainedEntry } from "./audit-entry";
import type { AuditFinding } from "./audit-finding";

const text = z.string().trim().min(1).max(200);
/** In UTC; what is left out at its end is not compared. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/);

/** What is looked for: each part narrows it. */
export const auditFilterSchema = z
  .object({
    /** Part of the name of who did it, or to whom it was done. */
    user: text,
    /** Part of an address: of who did it, or of the session it was done to. */
    address: text,
    server: text,
    event: z.enum(auditEvents),
    from: moment,
    to: moment,
    /** Of this act alone. */
    act: z.uuid(),
    /** Also what was asked of which an outcome tells already. A file holds it always. */
    intents: z.literal("shown"),
  })
  .partial()
  .readonly();
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Whether what was asked is shown where an outcome tells of it too: always of one act alone. */
export function hasIntents({ intents, act }: AuditFilter): boolean {
  return intents === "shown" || act !== undefined;
}

/** Whereabouts among the matching entries: by their numbers, so that a page stays the same while entries arrive. */
export type AuditPlace =
  | { readonly side: "newest" }
  | { readonly side: "before" | "after"; readonly seq: number };

/** Null where another hand, or a newer Rollcall, has written what this one cannot read. */
export interface FoundEntry {
  readonly seq: number;
  readonly entry: ChainedEntry | null;
}

/** Newest first. */
export interface FoundEntries {
  readonly entries: readonly FoundEntry[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

/** When the chain was walked along last, and what was found. */
export interface AuditStanding {
  readonly at: Date;
  readonly finding: AuditFinding;
}
