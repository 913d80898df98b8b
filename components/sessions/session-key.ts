import type { SessionRef } from "@/lib/sessions/session-ref";

/**
 * Names one session on the screen. The session name is left out: it changes when a person disconnects,
 * and the row then changes in place.
 */
export function sessionKey(ref: SessionRef): string {
  return JSON.stringify([ref.sourceId, ref.id, ref.user, ref.start]);
}
