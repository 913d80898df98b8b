import type { ReactNode } from "react";
import type { Session } from "@/lib/sessions/session";
import type { SessionRow } from "./roll-view";
import type { SortValue } from "./sort-rows";

export interface Column<Kind extends Session> {
  readonly id: string;
  readonly title: string;
  /** On a narrow screen a row is a card: who and status first, the rest below. */
  readonly place: "who" | "status" | "rest";
  readonly isNumber?: boolean;
  /** Not on a card, which has room for what matters first. */
  readonly isWideOnly?: boolean;
  /** What the session is doing; when it has ended, that is what the column says. */
  readonly isState?: boolean;
  readonly sortBy: (row: SessionRow<Kind>) => SortValue;
  /** What a search finds it by besides: what a hint of the cell says. */
  readonly alsoFoundBy?: (row: SessionRow<Kind>) => readonly (string | null)[];
  /** Null where the server does not say; then `whyBlank` is what the hint says. */
  readonly cell: (row: SessionRow<Kind>, asOf: Date) => ReactNode;
  readonly whyBlank: (row: SessionRow<Kind>) => string;
}
