import type { Session } from "@/lib/sessions/session";
import type { ShownRow } from "./roll-view";

interface HoldQuestion<Kind extends Session> {
  /** Every row that there is to show, in the order that was asked for. */
  readonly arranged: readonly ShownRow<Kind>[];
  readonly find: (key: string) => ShownRow<Kind> | undefined;
  /** While somebody points at the rows, or has chosen some. */
  readonly isHeld: boolean;
  /** What was asked for: when it is another, the rows move although they are held. */
  readonly wish: unknown;
}

interface Held<Kind extends Session> {
  readonly shown: readonly ShownRow<Kind>[];
  /** New rows that wait until the list is let go, or until they are asked for. */
  readonly waiting: number;
}

export type Hold<Kind extends Session> = (question: HoldQuestion<Kind>) => Held<Kind>;

/**
 * Keeps every row in its place while it is held: cells change, rows do not move. Asked twice the same
 * it answers the same.
 */
export function createHold<Kind extends Session>(): Hold<Kind> {
  // Rows as they were when the list was last free: their keys are wanted only while it is held.
  let free: readonly ShownRow<Kind>[] = [];
  let lastWish: unknown;
  return ({ arranged, find, isHeld, wish }) => {
    const shown = isHeld && wish === lastWish ? free.flatMap(({ key }) => find(key) ?? []) : [];
    // A list without rows holds nobody back.
    if (shown.length === 0) {
      lastWish = wish;
      free = arranged;
      return { shown: arranged, waiting: 0 };
    }
    const held = new Set(free.map(({ key }) => key));
    const waiting = arranged.filter((row) => row.endedAtMs === null && !held.has(row.key)).length;
    return { shown, waiting };
  };
}
