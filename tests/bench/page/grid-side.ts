import type { FtpSession } from "@/lib/sessions/session";

/** One way to show the rows. */
export interface Grid {
  /** Shows all rows. */
  show(): void;
  /** The next change, made ready. Rounds begin with 1. */
  prepare(round: number): GridRound;
  /** Null where it is not drawn. */
  findRow(place: number): Element | null;
  rowsDrawn(): number;
  /** What scrolls; null until the rows are shown. */
  scrolled(): Element | null;
}

export interface GridRound {
  apply(): void;
  /** What then stands in that place. */
  now(place: number): FtpSession;
}
