/** Where a person is signed in to Rollcall. */
export interface OwnSession {
  readonly id: string;
  /** The one that asks. */
  readonly isThis: boolean;
  /** Of the browser, as the trusted proxies say. */
  readonly address: string;
  /** Of who connected to Rollcall; null where that was not noted. */
  readonly peerAddress: string | null;
  readonly userAgent: string | null;
  /** `password+totp` and the like; null where that was not noted. */
  readonly signedInWith: string | null;
  readonly startedAt: Date;
  readonly lastActiveAt: Date;
}

/** Where a person was signed in. */
export interface EndedOwnSession extends Omit<OwnSession, "isThis"> {
  readonly endedAt: Date;
  readonly endedWhy: string | null;
  /** Whose wish it was: who else it was is not told. Null where it was nobody's. */
  readonly endedBy: "self" | "another" | null;
}

export interface OwnSessions {
  /** The newest first. */
  readonly open: readonly OwnSession[];
  /** The last ten, the newest end first. */
  readonly ended: readonly EndedOwnSession[];
}
