import type { SessionRef } from "./session-ref";

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
