import type { ReactNode } from "react";
import type { Session, SessionKind } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { Look, OfferedAction } from "./roll-answer";
import type { RollView } from "./roll-view";
import type { Tally } from "./tally";
import type { Screen } from "./use-screen";

/** What a page hands to its screen. */
export interface KindScreenProps<Kind extends Session> {
  readonly first: RollView<Kind>;
  readonly look: Look<Kind>;
  /** Asks every source now, because a person wants it. */
  readonly refresh: Look<Kind>;
  /** Empty where the operator may only see. */
  readonly actions: readonly OfferedAction[];
}

export interface SessionsScreenProps<Kind extends Session> extends KindScreenProps<Kind> {
  readonly kind: SessionKind;
  readonly columns: readonly Column<Kind>[];
  readonly tally: Tally<Kind>;
  /** What stands between the header and the rows. */
  readonly about?: (screen: Screen<Kind>) => ReactNode;
}
