import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";

/** What became of one row in the last action, until it is dismissed. */
export interface RowOutcome {
  readonly action: SessionAction;
  /** Null while it runs. */
  readonly outcome: ActionOutcome | null;
}

/** What a person has done on the screen. All by keys of sessions, never row numbers. */
export interface ScreenState {
  readonly selected: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** The row that the keyboard is at. */
  readonly active: string | null;
  /** Whose detail is open. */
  readonly opened: string | null;
  readonly outcomes: ReadonlyMap<string, RowOutcome>;
}

export type ScreenEvent =
  | { readonly type: "toggled"; readonly key: string }
  /** Takes everything between the anchor and this row, in the order shown. */
  | { readonly type: "ranged"; readonly key: string; readonly takeable: readonly string[] }
  | { readonly type: "took"; readonly keys: readonly string[] }
  | { readonly type: "gaveBack"; readonly keys: readonly string[] }
  | { readonly type: "cleared" }
  | { readonly type: "moved"; readonly to: string | null }
  | { readonly type: "opened"; readonly key: string | null }
  | { readonly type: "began"; readonly action: SessionAction; readonly keys: readonly string[] }
  /** What became of some or all; of the others it stays as it was. */
  | {
      readonly type: "acted";
      readonly action: SessionAction;
      readonly outcomes: ReadonlyMap<string, ActionOutcome>;
    }
  | { readonly type: "dismissed" };

export const firstState: ScreenState = {
  selected: new Set(),
  anchor: null,
  active: null,
  opened: null,
  outcomes: new Map(),
};

export function reduceScreen(state: ScreenState, event: ScreenEvent): ScreenState {
  switch (event.type) {
    case "toggled":
      return { ...state, selected: toggled(state.selected, event.key), anchor: event.key };
    case "ranged":
      return takeRange(state, event.key, event.takeable);
    case "took":
      return { ...state, selected: new Set([...state.selected, ...event.keys]), anchor: null };
    case "gaveBack":
      return { ...state, selected: without(state.selected, event.keys) };
    case "cleared":
      return { ...state, selected: new Set(), anchor: null };
    case "moved":
      return { ...state, active: event.to };
    case "opened":
      return { ...state, opened: event.key };
    case "began":
      return { ...state, outcomes: toBegun(event.action, event.keys) };
    case "acted":
      return withActed(state, event.action, event.outcomes);
    case "dismissed":
      return { ...state, outcomes: new Map() };
  }
}

/** Nothing is left to do for this session. */
export function isSettled(outcome: ActionOutcome): boolean {
  switch (outcome.status) {
    case "done":
    case "alreadyGone":
    case "replaced":
      return true;
    case "unconfirmed":
    case "refused":
    case "failed":
      return false;
  }
}

function without(selected: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(selected);
  for (const key of keys) next.delete(key);
  return next;
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

function takeRange(state: ScreenState, key: string, takeable: readonly string[]): ScreenState {
  const from = state.anchor === null ? -1 : takeable.indexOf(state.anchor);
  const to = takeable.indexOf(key);
  if (from < 0 || to < 0) return reduceScreen(state, { type: "toggled", key });
  const range = takeable.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...state, selected: new Set([...state.selected, ...range]) };
}

function toBegun(action: SessionAction, keys: readonly string[]): ScreenState["outcomes"] {
  return new Map(keys.map((key) => [key, { action, outcome: null }]));
}

/** What was done leaves the selection; what was not stays, to be tried again, as does who got a message. */
function withActed(
  state: ScreenState,
  action: SessionAction,
  became: ReadonlyMap<string, ActionOutcome>,
): ScreenState {
  const selected = new Set(state.selected);
  const outcomes = new Map(state.outcomes);
  for (const [key, outcome] of became) {
    outcomes.set(key, { action, outcome });
    const isStillMeant = action === "sendMessage" && outcome.status === "done";
    if (isSettled(outcome) && !isStillMeant) selected.delete(key);
  }
  return { ...state, selected, outcomes };
}
