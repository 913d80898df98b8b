import type { Reason } from "./reason";
import type { SessionAction } from "./session-action";
import type { Failure } from "./source-error";

/** Who ended a session through Rollcall. */
export interface EndedBy {
  readonly operator: string;
  readonly action: SessionAction;
  /** When it was seen to have ended. */
  readonly at: Date;
  /** From then until it was said, both by the clock of Rollcall: a browser's may be a day off. */
  readonly secondsAgo: number;
}

/** What became of a request, per session. */
export type ActionOutcome =
  /** Asked, then seen gone (or seen disconnected). */
  | { readonly status: "done" }
  /** It was over before the request; by whose hand, where that is known. */
  | { readonly status: "alreadyGone"; readonly by?: EndedBy }
  /** The id now belongs to someone else, or the session has changed so that it cannot be told: nothing was done. */
  | { readonly status: "replaced" }
  /** Asked, but still there (no failure), or the server stopped answering. */
  | { readonly status: "unconfirmed"; readonly failure: Failure | null }
  /**
   * Not allowed, or protected. `server` when the server said so, in its own words. `unseen`: the
   * operator sees no such session, be there one or not.
   */
  | {
      readonly status: "refused";
      readonly why: "ownSession" | "service" | "notAllowed" | "unseen" | "server";
      readonly reason: Reason | null;
    }
  /** The request never reached the server. */
  | { readonly status: "failed"; readonly failure: Failure };

/** The outcome for one place in the list of refs. */
export interface PlacedOutcome {
  readonly place: number;
  readonly outcome: ActionOutcome;
}

/** Called as soon as an outcome is known. */
export type OnOutcome = (place: number, outcome: ActionOutcome) => void;
