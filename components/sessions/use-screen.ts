"use client";

import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import { isService } from "@/lib/sessions/is-service";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { type Arrangement, createArranger } from "./arrangement";
import { type AskedAction, toAsked } from "./asked-action";
import type { Column } from "./column";
import { isForce } from "./find-force";
import { createHold } from "./hold-still";
import type { OfferedAction } from "./roll-answer";
import type { RollStore } from "./roll-store";
import type { ShownRow, SourceView } from "./roll-view";
import type { SessionsScreenProps } from "./screen-props";
import { firstState, reduceScreen } from "./screen-state";
import { toServerColumn } from "./shared-columns";
import { useArrangement } from "./use-arrangement";
import { useLayout } from "./use-layout";
import { useNow } from "./use-now";
import { useRoll } from "./use-roll";
import { whyNotSelectable } from "./why-not-selectable";

export type Screen<Kind extends Session> = ReturnType<typeof useScreen<Kind>>;

export function useScreen<Kind extends Session>(props: SessionsScreenProps<Kind>) {
  const words = useWords();
  const { kind, sight, actions } = props;
  const [state, send] = useReducer(reduceScreen, firstState);
  const [asked, ask] = useState<AskedAction<Kind> | null>(null);
  const [announcement, announce] = useState("");
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [pausedAt, setPausedAt] = useState<Date | null>(null);
  const isHeld = isPointedAt || state.active !== null || state.selected.size > 0 || asked !== null;
  const { store, roll, ...live } = useRoll(props, { isPaused: pausedAt !== null, isHeld });
  const now = useNow(roll);
  const laidOut = useColumns(words, props, roll.sources);
  const { allColumns: columns } = laidOut;
  const { arrangement, arrange } = useArrangement(columns);
  const listed = useListed({ ...roll, kind, store, columns, arrangement, isHeld });
  const selectedRows = useSelected(state.selected, store.find, (keys) =>
    send({ type: "gaveBack", keys }),
  );
  useEffect(() => {
    if (state.active !== null && !store.find(state.active)) send({ type: "moved", to: null });
  });
  const force = useForce(words, actions, ask);

  return {
    kind,
    sight,
    title: words.toolWords[kind].title,
    actions,
    state,
    send,
    roll,
    find: store.find,
    end: store.end,
    ...live,
    now,
    ...laidOut,
    arrangement,
    arrange,
    ...listed,
    selectedRows,
    setIsPointedAt,
    asked,
    ask,
    announcement,
    announce,
    force,
    pausedAt,
    pause: () => setPausedAt((at) => (at ? null : now)),
    ...useRefresh(words, live.refresh, announce),
  };
}

/** Asks about the harder step; null where it is not offered. */
function useForce<Kind extends Session>(
  words: Words,
  actions: readonly OfferedAction[],
  ask: (asked: AskedAction<Kind>) => void,
) {
  const harder = actions.find(({ action }) => isForce(action)) ?? null;
  const force = useCallback(
    (rows: readonly ShownRow<Kind>[]) => harder && ask(toAsked(words, harder, rows)),
    [words, harder, ask],
  );
  return harder && force;
}

function useRefresh(
  { sessionWords }: Words,
  refresh: () => Promise<boolean>,
  announce: (said: string) => void,
) {
  const [isRefreshing, setIsRefreshing] = useState(false);
  return {
    isRefreshing,
    async refresh() {
      if (isRefreshing) return;
      announce("");
      setIsRefreshing(true);
      const isAnswered = await refresh();
      setIsRefreshing(false);
      if (isAnswered) announce(sessionWords.refreshed);
    },
  };
}

/** The Server column stands last, and only where it tells something. */
function useColumns<Kind extends Session>(
  words: Words,
  { kind, columns: all, layout: first }: SessionsScreenProps<Kind>,
  sources: readonly SourceView[],
) {
  const { layout, changeLayout } = useLayout(kind, first);
  const hasServers = new Set(sources.map((source) => source.server)).size > 1;
  const allColumns = useMemo(
    () => (hasServers ? [...all, toServerColumn(words)] : all),
    [words, all, hasServers],
  );
  const columns = useMemo(
    () =>
      allColumns.filter(
        ({ id, isOptional }) => (isOptional ?? false) === layout.toggled.includes(id),
      ),
    [allColumns, layout.toggled],
  );
  return { layout, changeLayout, allColumns, columns };
}

interface Listing<Kind extends Session> {
  readonly kind: SessionKind;
  readonly rows: readonly ShownRow<Kind>[];
  readonly store: Pick<RollStore<Kind>, "find">;
  readonly columns: readonly Column<Kind>[];
  readonly arrangement: Arrangement;
  readonly isHeld: boolean;
}

/** The rows that are shown, in their order, and what waits to be. */
function useListed<Kind extends Session>(listing: Listing<Kind>) {
  const { kind, rows, columns, arrangement, isHeld } = listing;
  const { find } = listing.store;
  const [arrange] = useState(() => createArranger<Kind>());
  const [hold] = useState(() => createHold<Kind>());
  const [release, setRelease] = useState(0);
  const people = useMemo(() => (kind === "terminal" ? withoutServices(rows) : rows), [kind, rows]);
  const candidates = arrangement.hasServices ? rows : people;
  const arranged = useMemo(
    () => arrange(candidates, columns, arrangement),
    [arrange, candidates, columns, arrangement],
  );
  const wish = useMemo(() => ({ arrangement, release }), [arrangement, release]);
  const { shown, waiting } = useMemo(
    () => hold({ arranged, find, isHeld, wish }),
    [hold, arranged, find, isHeld, wish],
  );
  return {
    shown,
    waiting,
    /** Lets the new rows in, although the list is held. */
    showWaiting: () => setRelease((count) => count + 1),
    matching: arranged.length,
    listed: candidates.length,
    people,
    serviceCount: rows.length - people.length,
  };
}

function withoutServices<Kind extends Session>(rows: readonly ShownRow<Kind>[]) {
  return rows.filter((row) => !isService(row.session));
}

/** Who has ended, or cannot be chosen any more, leaves the selection for good. */
function useSelected<Kind extends Session>(
  selected: ReadonlySet<string>,
  find: (key: string) => ShownRow<Kind> | undefined,
  giveBack: (keys: readonly string[]) => void,
): readonly ShownRow<Kind>[] {
  const rows: ShownRow<Kind>[] = [];
  const lost: string[] = [];
  for (const key of selected) {
    const row = find(key);
    if (row && whyNotSelectable(row) === null) rows.push(row);
    else lost.push(key);
  }
  useEffect(() => {
    if (lost.length > 0) giveBack(lost);
  });
  return rows;
}
