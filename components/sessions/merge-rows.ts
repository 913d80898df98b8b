import { mayBeSameSession } from "@/lib/sessions/same-session";
import type { Session } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { ShownRow } from "./roll-view";

export interface KnownRow<Kind extends Session> extends ShownRow<Kind> {
  /** Who it is as far as was ever known: where a server says less for a moment, a stranger may follow. */
  readonly knownAs: SessionRef;
}

interface Merged<Kind extends Session> {
  readonly rows: readonly KnownRow<Kind>[];
  /** The key under which each that was there before is shown, by the key it came with. */
  readonly shownAs: ReadonlyMap<string, string>;
}

/**
 * The rows on the screen after a whole roll: each keeps its place and its key, newcomers come last.
 * Sources in `answered` have told all their sessions, so what they no longer list has ended.
 */
export function mergeRows<Kind extends Session>(
  shown: readonly KnownRow<Kind>[],
  came: readonly KnownRow<Kind>[],
  answered: ReadonlySet<string>,
  nowMs: number,
): Merged<Kind> {
  if (shown.length === 0) return { rows: came, shownAs: new Map() };
  const unplaced = new Map(came.map((row) => [row.key, row]));
  const { there = [], ended = [] } = Object.groupBy(shown, ({ endedAtMs }) =>
    endedAtMs === null ? "there" : "ended",
  );
  const findSuccessor = createSuccessors(there, unplaced);
  const shownAs = new Map<string, string>();
  const renewed = new Map<string, KnownRow<Kind>>();
  const renew = (row: KnownRow<Kind>, now: KnownRow<Kind> | undefined) => {
    if (!now) return;
    unplaced.delete(now.key);
    shownAs.set(now.key, row.key);
    renewed.set(row.key, toRenewed(row, now));
  };
  for (const row of there) renew(row, unplaced.get(row.key) ?? findSuccessor(row));
  // Only the very same is there again, and takes nothing from who has not ended.
  for (const row of ended) renew(row, unplaced.get(row.key));

  const kept = shown.flatMap((row) => {
    if (row.endedAtMs !== null) return renewed.get(row.key) ?? row;
    const isGone = answered.has(row.session.ref.sourceId);
    return renewed.get(row.key) ?? (isGone ? { ...row, endedAtMs: nowMs } : []);
  });
  return { rows: [...kept, ...unplaced.values()], shownAs };
}

/** Finds the same session known better or worse than before, such as an FTP connection that has signed in. */
function createSuccessors<Kind extends Session>(
  there: readonly KnownRow<Kind>[],
  unplaced: ReadonlyMap<string, KnownRow<Kind>>,
) {
  const thereKeys = new Set(there.map(({ key }) => key));
  const strangers = Map.groupBy(
    [...unplaced.values()].filter(({ key }) => !thereKeys.has(key)),
    ({ session }) => idOf(session.ref),
  );
  return ({ knownAs }: KnownRow<Kind>) =>
    strangers
      .get(idOf(knownAs))
      ?.find(({ key, session }) => unplaced.has(key) && mayBeSameSession(knownAs, session.ref));
}

/** The row as it is now, under the key that it has. */
export function toRenewed<Kind extends Session>(
  { key, knownAs }: KnownRow<Kind>,
  now: KnownRow<Kind>,
): KnownRow<Kind> {
  const { ref } = now.session;
  const [user, start] = [ref.user ?? knownAs.user, ref.start ?? knownAs.start];
  return { ...now, key, knownAs: { ...ref, user, start } };
}

function idOf({ sourceId, id }: SessionRef): string {
  return `${sourceId} ${id}`;
}
