import type { ReactNode } from "react";
import type { Session } from "@/lib/sessions/session";
import type { SessionRow } from "./roll-view";
import type { SortValue } from "./sort-rows";

/** Lets only some values of a column through. */
export interface ColumnFilter<Kind extends Session> {
  /** As it stands in the address; null where the server does not say. */
  readonly valueOf: (row: SessionRow<Kind>) => string | null;
  /** What a value is called; absent where it speaks for itself. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface Column<Kind extends Session> {
  readonly id: string;
  readonly title: string;
  /** On a narrow screen a row is a card: who and status first, the rest below. */
  readonly place: "who" | "status" | "rest";
  /** At the least; what room is left on the page is shared in the same proportion. */
  readonly widthRem: number;
  readonly isNumber?: boolean;
  /** Not on a card, which has room for what matters first. */
  readonly isWideOnly?: boolean;
  /** What the session is doing; when it has ended, that is what the column says. */
  readonly isState?: boolean;
  readonly sortBy: (row: SessionRow<Kind>) => SortValue;
  readonly filter?: ColumnFilter<Kind>;
  /** Not shown until it is chosen. */
  readonly isOptional?: boolean;
  /** What a search finds it by besides: what a hint of the cell says. */
  readonly alsoFoundBy?: (row: SessionRow<Kind>) => readonly (string | null)[];
  /** Null where the server does not say; then `whyBlank` is what the hint says. */
  readonly cell: (row: SessionRow<Kind>, asOf: Date) => ReactNode;
  readonly whyBlank: (row: SessionRow<Kind>) => string;
}
