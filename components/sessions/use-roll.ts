"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { useTools } from "@/components/tools/tools-provider";
import { useLook } from "@/components/ui/use-look";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import { endedShownMs, type ShownRow } from "./merge-rows";
import type { RollAnswer } from "./roll-answer";
import type { RollView } from "./roll-view";
import type { KindScreenProps } from "./screen-props";
import { type Arrange, firstState, reduceScreen } from "./screen-state";
import { type Sort, sortRows } from "./sort-rows";

interface RollSettings<Kind extends Session> extends KindScreenProps<Kind> {
  readonly columns: readonly Column<Kind>[];
  readonly isPaused: boolean;
}

/** The rows of the screen, kept up with what the servers answer. */
export function useRoll<Kind extends Session>(settings: RollSettings<Kind>) {
  const { first, look, refresh, columns, isPaused } = settings;
  const [state, send] = useReducer(reduceScreen<Kind>, first, firstState<Kind>);
  const [isRefreshing, setIsRefreshing] = useState(false);
  const isPointerOnRows = useRef(false);
  const { showTools } = useTools();

  const { isLost, lookOnce } = useLook({
    look,
    isPaused,
    onAnswer({ view, tools }: RollAnswer<Kind>) {
      send({
        type: "looked",
        view,
        nowMs: performance.now(),
        arrange: arrangeBy(columns, view),
        isPointerOnRows: isPointerOnRows.current,
      });
      showTools(tools);
    },
  });

  useEffect(() => {
    const firstEndedAtMs = Math.min(...state.rows.map((row) => row.endedAtMs ?? Infinity));
    if (firstEndedAtMs === Infinity) return;
    const sweep = () => send({ type: "swept", nowMs: performance.now() });
    // From when it ended, for each look brings new rows.
    const leftMs = Math.ceil(firstEndedAtMs + endedShownMs - performance.now());
    const timer = setTimeout(sweep, leftMs);
    return () => clearTimeout(timer);
  }, [state.rows]);

  return {
    state,
    send,
    isLost,
    isRefreshing,
    isPointerOnRows,
    lookAgain: () => lookOnce(look),
    async refresh() {
      if (isRefreshing) return;
      setIsRefreshing(true);
      await lookOnce(refresh);
      setIsRefreshing(false);
    },
    sortBy(sort: Sort | null) {
      send({ type: "sorted", sort, arrange: arrangeBy(columns, state.view) });
    },
  };
}

function arrangeBy<Kind extends Session>(
  columns: readonly Column<Kind>[],
  view: RollView<Kind>,
): Arrange<Kind> {
  const places = new Map(view.rows.map((row, place) => [row.key, place]));
  return (rows, sort) => {
    const column = columns.find(({ id }) => id === sort?.columnId);
    const placeOf = (row: ShownRow<Kind>) => places.get(row.key) ?? null;
    return sortRows(rows, column?.sortBy ?? placeOf, sort?.direction ?? "ascending");
  };
}
