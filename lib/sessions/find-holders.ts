import type { Session } from "./session";
import type { SessionRef } from "./session-ref";

/** The sessions that stand under the ids of the refs, by id; one pass, however many there are of either. */
export function findHolders(
  refs: readonly SessionRef[],
  sessions: readonly Session[],
): ReadonlyMap<string, readonly Session[]> {
  const ids = new Set(refs.map(({ id }) => id));
  const named = sessions.filter(({ ref }) => ids.has(ref.id));
  return Map.groupBy(named, ({ ref }) => ref.id);
}
