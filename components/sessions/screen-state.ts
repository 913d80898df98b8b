import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { mergeRows, type ShownRow, withoutLongEnded } from "./merge-rows";
import type { RollView } from "./roll-view";
import type { Sort } from "./sort-rows";
import { whyNotSelectable } from "./why-not-selectable";

/** What became of one row in the last action, until it is dismissed. */
export interface RowOutcome {
  readonly action: SessionAction;
  /** Null while it runs. */
  readonly outcome: ActionOutcome | null;
}

/** Puts the rows in the order that was asked for; null is the order of the servers. */
export type Arrange<Kind extends Session> = (
  rows: readonly ShownRow<Kind>[],
  sort: Sort | null,
) => readonly ShownRow<Kind>[];

export interface ScreenState<Kind extends Session> {
  readonly view: RollView<Kind>;
  readonly rows: readonly ShownRow<Kind>[];
  /** Keys of sessions, never row numbers. */
  readonly selected: ReadonlySet<string>;
  /** Where a shift-click range begins. */
  readonly anchor: string | null;
  readonly outcomes: ReadonlyMap<string, RowOutcome>;
  readonly sort: Sort | null;
}

export type ScreenEvent<Kind extends Session> =
  | {
      readonly type: "looked";
      readonly view: RollView<Kind>;
      readonly nowMs: number;
      readonly arrange: Arrange<Kind>;
      readonly isPointerOnRows: boolean;
    }
  | { readonly type: "sorted"; readonly sort: Sort | null; readonly arrange: Arrange<Kind> }
  | { readonly type: "swept"; readonly nowMs: number }
  | { readonly type: "toggled"; readonly key: string }
  /** Takes everything between the anchor and this row, in the order shown. */
  | { readonly type: "ranged"; readonly key: string; readonly shownKeys: readonly string[] }
  | { readonly type: "toggledAll"; readonly shownKeys: readonly string[] }
  | { readonly type: "cleared" }
  | { readonly type: "began"; readonly action: SessionAction; readonly keys: readonly string[] }
  | {
      readonly type: "acted";
      readonly action: SessionAction;
      readonly outcomes: ReadonlyMap<string, ActionOutcome>;
    }
  | { readonly type: "dismissed" };

export function firstState<Kind extends Session>(view: RollView<Kind>): ScreenState<Kind> {
  return {
    view,
    rows: mergeRows([], view, 0),
    selected: new Set(),
    anchor: null,
    outcomes: new Map(),
    sort: null,
  };
}

export function reduceScreen<Kind extends Session>(
  state: ScreenState<Kind>,
  event: ScreenEvent<Kind>,
): ScreenState<Kind> {
  switch (event.type) {
    case "looked":
      return withLook(state, event);
    case "sorted":
      return { ...state, sort: event.sort, rows: event.arrange(state.rows, event.sort) };
    case "swept":
      return { ...state, rows: withoutLongEnded(state.rows, event.nowMs) };
    case "toggled":
      return { ...toggle(state, event.key), anchor: event.key };
    case "ranged":
      return takeRange(state, event.key, event.shownKeys);
    case "toggledAll":
      return toggleAll(state, event.shownKeys);
    case "cleared":
      return { ...state, selected: new Set(), anchor: null };
    case "began":
      return withBegun(state, event.action, event.keys);
    case "acted":
      return withActed(state, event.action, event.outcomes);
    case "dismissed":
      return { ...state, outcomes: new Map() };
  }
}

/** A row never moves under the pointer or while something is selected. */
function withLook<Kind extends Session>(
  state: ScreenState<Kind>,
  { view, nowMs, arrange, isPointerOnRows }: Extract<ScreenEvent<Kind>, { type: "looked" }>,
): ScreenState<Kind> {
  const rows = mergeRows(state.rows, view, nowMs);
  const isHeld = isPointerOnRows || state.selected.size > 0 || state.sort === null;
  return withSelectable({ ...state, view, rows: isHeld ? rows : arrange(rows, state.sort) });
}

function toggle<Kind extends Session>(state: ScreenState<Kind>, key: string): ScreenState<Kind> {
  const selected = new Set(state.selected);
  if (!selected.delete(key)) selected.add(key);
  return withSelectable({ ...state, selected });
}

function takeRange<Kind extends Session>(
  state: ScreenState<Kind>,
  key: string,
  shownKeys: readonly string[],
): ScreenState<Kind> {
  const from = state.anchor === null ? -1 : shownKeys.indexOf(state.anchor);
  const to = shownKeys.indexOf(key);
  if (from < 0 || to < 0) return { ...toggle(state, key), anchor: key };
  const range = shownKeys.slice(Math.min(from, to), Math.max(from, to) + 1);
  return withSelectable({ ...state, selected: new Set([...state.selected, ...range]) });
}

function toggleAll<Kind extends Session>(
  state: ScreenState<Kind>,
  shownKeys: readonly string[],
): ScreenState<Kind> {
  const selectable = selectableKeys(state.rows);
  const takeable = shownKeys.filter((key) => selectable.has(key));
  const isAllTaken = takeable.every((key) => state.selected.has(key));
  const selected = new Set(state.selected);
  for (const key of takeable) {
    if (isAllTaken) selected.delete(key);
    else selected.add(key);
  }
  return { ...state, selected, anchor: null };
}

function withBegun<Kind extends Session>(
  state: ScreenState<Kind>,
  action: SessionAction,
  keys: readonly string[],
): ScreenState<Kind> {
  return { ...state, outcomes: new Map(keys.map((key) => [key, { action, outcome: null }])) };
}

/** What was done leaves the selection; what was not stays, to be tried again, as does who got a message. */
function withActed<Kind extends Session>(
  state: ScreenState<Kind>,
  action: SessionAction,
  outcomes: ReadonlyMap<string, ActionOutcome>,
): ScreenState<Kind> {
  const selected = new Set(state.selected);
  const shown = new Map<string, RowOutcome>();
  for (const [key, outcome] of outcomes) {
    shown.set(key, { action, outcome });
    const isStillMeant = action === "sendMessage" && outcome.status === "done";
    if (isSettled(outcome) && !isStillMeant) selected.delete(key);
  }
  return withSelectable({ ...state, selected, outcomes: shown });
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

function withSelectable<Kind extends Session>(state: ScreenState<Kind>): ScreenState<Kind> {
  const selectable = selectableKeys(state.rows);
  const selected = new Set([...state.selected].filter((key) => selectable.has(key)));
  return { ...state, selected };
}

function selectableKeys(rows: readonly ShownRow<Session>[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => whyNotSelectable(row) === null).map((row) => row.key));
}
