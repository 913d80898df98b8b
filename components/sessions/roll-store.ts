import type { Changes, RollPart } from "@/lib/sessions/live-message";
import type { Session } from "@/lib/sessions/session";
import { applyChanges, endRows, type KnownRows, letGoOfEnded, takeWholeRoll } from "./known-rows";
import { type ShownRow, type SourceView, toSourceView } from "./roll-view";

/** What is known, as one moment of it: a new object whenever something has changed. */
export interface RollState<Kind extends Session> {
  /** False until the first roll is whole. */
  readonly isWhole: boolean;
  /** Rollcall's clock when this was so. */
  readonly asOf: Date;
  /** The browser's monotonic clock when it was heard: its wall clock may be a day off. */
  readonly heardAtMs: number;
  readonly sources: readonly SourceView[];
  /** In the order of the servers and of arrival; among them those that ended a moment ago. */
  readonly rows: readonly ShownRow<Kind>[];
}

/** Keeps the rows up with what Rollcall says. */
export interface RollStore<Kind extends Session> {
  get(): RollState<Kind>;
  find(key: string): ShownRow<Kind> | undefined;
  subscribe(listener: () => void): () => void;
  /** A part of a roll; when the last has come, the roll takes the place of what was known. */
  takeRoll(part: RollPart): void;
  /** False where a change was missed: nothing is taken then, and the roll is needed again. */
  takeChanges(changes: Changes): boolean;
  /** These were seen to have ended by who acted on them: a page that is paused hears it from nobody else. */
  end(keys: readonly string[]): void;
  /** Lets go of the rows that have ended long enough ago. */
  sweep(): void;
}

export interface FirstRoll<Kind extends Session>
  extends Pick<KnownRows<Kind>, "isKind" | "ownSessionId"> {
  /** Not whole where there are too many rows for a page: the rest comes over the live channel. */
  readonly first: RollPart;
}

export function createRollStore<Kind extends Session>(
  { first, isKind, ownSessionId }: FirstRoll<Kind>,
  nowMs: () => number = () => performance.now(),
): RollStore<Kind> {
  const listeners = new Set<() => void>();
  const nothing = { sources: new Map(), rows: new Map(), keys: new Map(), number: null };
  const known: KnownRows<Kind> = { isKind, ownSessionId, ...nothing };
  let parts: RollPart[] = [];
  let state: RollState<Kind> = {
    isWhole: false,
    asOf: new Date(first.asOf),
    heardAtMs: nowMs(),
    sources: first.answers.map(({ source }) => toSourceView(source)),
    rows: [],
  };

  const become = (next: Partial<RollState<Kind>>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const hear = (asOf: string, rows: RollState<Kind>["rows"]) =>
    become({
      isWhole: true,
      asOf: new Date(asOf),
      heardAtMs: nowMs(),
      sources: [...known.sources.values()],
      rows,
    });

  const takeRoll = (part: RollPart) => {
    const roll = isNextPart(part, parts.at(-1)) ? [...parts, part] : [part];
    if (part.left > 0) {
      parts = roll;
      return;
    }
    // A whole roll that was asked for may come between the parts of one that is told.
    if (roll.length > 1) parts = [];
    takeWholeRoll(known, roll, nowMs());
    hear(part.asOf, [...known.rows.values()]);
  };
  if (first.left === 0) takeRoll(first);

  return {
    get: () => state,
    find: (key) => known.rows.get(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeRoll,
    takeChanges(changes) {
      const isTaken = applyChanges(known, changes, nowMs());
      // Most of the time a server has only been asked again, and the list is the same one.
      if (isTaken) hear(changes.asOf, isOfRows(changes) ? [...known.rows.values()] : state.rows);
      return isTaken;
    },
    end(keys) {
      endRows(known, keys, nowMs());
      become({ rows: [...known.rows.values()] });
    },
    sweep() {
      if (letGoOfEnded(known, nowMs())) become({ rows: [...known.rows.values()] });
    },
  };
}

function isOfRows({ sources, added, changed, gone }: Changes): boolean {
  return sources.length + added.length + changed.length + gone.length > 0;
}

/** Numbers begin anew with each Rollcall, and a roll that was cut off with each line. */
function isNextPart(part: RollPart, last: RollPart | undefined): boolean {
  return last?.number === part.number && last.asOf === part.asOf && last.left === part.left + 1;
}
