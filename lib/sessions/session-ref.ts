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

/** True when nothing that identifies the session has changed. Required before acting. */
export function isSameSession(one: SessionRef, other: SessionRef): boolean {
  return (
    one.sourceId === other.sourceId &&
    one.id === other.id &&
    one.user === other.user &&
    one.start === other.start &&
    one.name === other.name
  );
}

/**
 * True when `found` may still be the session that `asked` names, as far as is known. A session that
 * may still be there is never reported as ended; a changed session name alone proves no end.
 */
export function mayBeSameSession(asked: SessionRef, found: SessionRef): boolean {
  return (
    asked.sourceId === found.sourceId &&
    asked.id === found.id &&
    isEqualOrUnknown(asked.user, found.user) &&
    isEqualOrUnknown(asked.start, found.start)
  );
}

function isEqualOrUnknown(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
