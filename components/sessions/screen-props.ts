import type { ReactNode } from "react";
import type { RollPart } from "@/lib/sessions/live-message";
import type { Session, SessionKind } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { Layout } from "./layout";
import type { Look, LookCloser, OfferedAction, Refresh } from "./roll-answer";
import type { Tally } from "./tally";
import type { Screen } from "./use-screen";

/** Of the FTP sessions there are: all, those of one's own domains, or none for want of a domain. */
export type ScreenSight = "everything" | "ownDomains" | "noDomains";

/** What a page hands to its screen. */
export interface KindScreenProps {
  readonly first: RollPart;
  /** The panel session of the operator. */
  readonly ownSessionId: string;
  readonly look: Look;
  readonly refresh: Refresh;
  /** As it was remembered. */
  readonly layout: Layout;
  readonly lookCloser: LookCloser;
  /** Empty where the operator may only see. */
  readonly actions: readonly OfferedAction[];
}

export interface SessionsScreenProps<Kind extends Session> extends KindScreenProps {
  readonly kind: SessionKind;
  readonly sight: ScreenSight;
  readonly isKind: (session: Session) => session is Kind;
  /** In the order of the page, those that are not shown until they are chosen among them. */
  readonly columns: readonly Column<Kind>[];
  readonly tally: Tally<Kind>;
  /** What stands between the header and the rows. */
  readonly about?: (screen: Screen<Kind>) => ReactNode;
}
