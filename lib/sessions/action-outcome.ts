import type { Failure } from "./source-error";

/** What became of a request, per session. */
export type ActionOutcome =
  /** Asked, then seen gone (or seen disconnected). */
  | { readonly status: "done" }
  /** It was over before the request. */
  | { readonly status: "alreadyGone" }
  /** The id now belongs to someone else, or the session has changed so that it cannot be told: nothing was done. */
  | { readonly status: "replaced" }
  /** Asked, but still there (no failure), or the server stopped answering. */
  | { readonly status: "unconfirmed"; readonly failure: Failure | null }
  /** Not allowed, or protected. `server` when the server said so, in its own words. */
  | {
      readonly status: "refused";
      readonly why: "ownSession" | "service" | "notAllowed" | "server";
      readonly reason: string | null;
    }
  /** The request never reached the server. */
  | { readonly status: "failed"; readonly failure: Failure };
