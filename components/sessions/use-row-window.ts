"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useMemo } from "react";
import { useMatches } from "@/components/ui/use-matches";
import type { Session } from "@/lib/sessions/session";
import { rowHeightRem } from "./layout";
import type { ShownRow } from "./roll-view";
import type { Screen } from "./use-screen";

/** A row in sight, and how much room the rows before it take that are not drawn. */
interface WindowRow<Kind extends Session> {
  readonly row: ShownRow<Kind>;
  readonly place: number;
  readonly gapPx: number;
}

/** About a card of two lines, until it is measured. */
const cardRem = 4;
/** Where a row becomes a card, as in the style sheet. */
const isNarrow = "(width < 40rem)";
const rowsBeyondSight = 8;
/** Before the browser has laid the page out. */
const firstSight = { width: 1200, height: 800 };

/** The rows in sight: only these are drawn, however many there are. */
export function useRowWindow<Kind extends Session>(
  { shown, layout, state }: Screen<Kind>,
  box: RefObject<HTMLElement | null>,
) {
  const isCards = useMatches(isNarrow);
  const rowPx = toPx(isCards ? cardRem : rowHeightRem[layout.density]);
  const activePlace = usePlaceOf(shown, state.active);
  const keyOf = useCallback((place: number) => shown[place]?.key ?? place, [shown]);
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: rowsBeyondSight,
    initialRect: firstSight,
    // Where the keyboard is, the next row is in sight too. The head of the table takes the room of one more.
    scrollPaddingStart: rowPx,
    scrollPaddingEnd: 2 * rowPx,
    rangeExtractor: useCallback((range: Range) => withPlace(range, activePlace), [activePlace]),
    ...(isCards ? { getItemKey: keyOf } : {}),
  });
  useEffect(() => {
    if (rowPx > 0) virtualizer.measure();
  }, [virtualizer, rowPx]);
  useEffect(() => {
    if (activePlace >= 0) virtualizer.scrollToIndex(activePlace);
  }, [virtualizer, activePlace]);

  const rows: WindowRow<Kind>[] = [];
  let endPx = 0;
  for (const { index, start, end } of virtualizer.getVirtualItems()) {
    const row = shown[index];
    if (row) rows.push({ row, place: index, gapPx: start - endPx });
    endPx = end;
  }
  return {
    rows,
    /** Room of the rows after the last one in sight. */
    restPx: virtualizer.getTotalSize() - endPx,
    /** Null where all rows are equally high. */
    measure: isCards ? virtualizer.measureElement : null,
  };
}

function usePlaceOf<Kind extends Session>(shown: readonly ShownRow<Kind>[], key: string | null) {
  return useMemo(
    () => (key === null ? -1 : shown.findIndex((row) => row.key === key)),
    [shown, key],
  );
}

/** The row with the focus is always drawn, or the focus would be lost. */
function withPlace(range: Range, place: number): number[] {
  const inSight = defaultRangeExtractor(range);
  const isDrawn = place < 0 || place >= range.count || inSight.includes(place);
  return isDrawn ? inSight : [...inSight, place].toSorted((one, other) => one - other);
}

/** Text, and rows with it, may be larger than usual. */
function toPx(rem: number): number {
  if (typeof document === "undefined") return rem * 16;
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
