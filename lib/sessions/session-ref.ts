import { z } from "zod";

/**
 * Enough to recognise a session later. Servers reuse ids, so an id alone is a stranger:
 * user, start and name travel with it and are compared again before anything is done.
 */
export const sessionRefSchema = z
  .strictObject({
    sourceId: z.string().min(1).max(200),
    /** What the server calls it: a pid, a session id, a row id. */
    id: z.string().min(1).max(100),
    user: z.string().max(300).nullable(),
    /** What tells a reused id apart: process start in clock ticks, logon text, row creation. */
    start: z.string().max(100).nullable(),
    /** Terminal: the session name. It changes when somebody reconnects or disconnects. */
    name: z.string().max(100).nullable(),
  })
  .readonly();

export type SessionRef = z.infer<typeof sessionRefSchema>;

/** The same for refs that say the same. */
export function keyOf(ref: SessionRef): string {
  return JSON.stringify([ref.sourceId, ref.id, ref.user, ref.start, ref.name]);
}
