import type { PastAct } from "./past-acts";
import type { SourceLabel } from "./roll";
import type { Session, SessionKind } from "./session";
import type { SessionRef } from "./session-ref";

/** The session that is looked at closer. */
export interface AskedDetail {
  readonly ref: SessionRef;
  /** As last seen: only compared, and only where the session is not listed any more. */
  readonly remoteAddress: string | null;
}

/** What is known of a session besides what its row says. */
export interface SessionDetail {
  /** Through Rollcall in the last hour, oldest first. */
  readonly acts: readonly PastAct[];
  /** Null where the session has no user that is known. */
  readonly ofUser: OtherSessions | null;
  /** Null where its address is not known. */
  readonly ofAddress: OtherSessions | null;
  /** The sources that may have more of them. */
  readonly doubtful: readonly DoubtfulSource[];
}

export interface OtherSessions {
  /** The user, or the address. */
  readonly of: string;
  readonly count: number;
  readonly first: readonly OtherSession[];
}

export interface OtherSession extends Pick<SourceLabel, "server"> {
  readonly session: Session;
  /** Its seconds are counted from then. */
  readonly answeredAt: Date;
  /** Its source does not answer now. */
  readonly isStale: boolean;
}

export interface DoubtfulSource {
  readonly server: string;
  readonly kind: SessionKind;
  /** `unnamed`: it answers, and does not say who is signed in. */
  readonly why: "silent" | "stale" | "unnamed";
}
