import type { Reason } from "./reason";
import type { Session } from "./session";
import type { ActAction } from "./session-action";
import type { SessionRef } from "./session-ref";
import type { SourceLimit } from "./source-limit";

/**
 * What the server said to one request. `asked`: it took the request, which is not yet the end of the
 * session. `gone` and `replaced`: the comparison on the server found nobody, or someone else, and
 * nothing was done. `refused`: it will not do this.
 */
export type Asked =
  | { readonly status: "asked" }
  | { readonly status: "gone" }
  | { readonly status: "replaced" }
  | { readonly status: "refused"; readonly reason: Reason };

/** One place sessions come from. Both methods throw SourceError when the server cannot answer. */
export interface SessionSource {
  readonly id: string;

  /** Everyone signed in now. Listing twice names the same session the same way. */
  list(signal: AbortSignal): Promise<readonly Session[]>;

  /**
   * Asks the server to act on these sessions; one answer a ref, in order. Compares each ref with who
   * is there now, on the server and in the same step as the act, so that a reused id never hits a stranger.
   * `by` is the operator, for a source that writes down who ended what.
   */
  act(
    refs: readonly SessionRef[],
    action: ActAction,
    signal: AbortSignal,
    by?: string,
  ): Promise<readonly Asked[]>;

  /**
   * Shows the text to who is signed in, after the same comparison; one answer a ref, in order. Absent
   * where the server shows no messages. `text` has passed `messageSchema`.
   */
  sendMessage?(
    refs: readonly SessionRef[],
    text: string,
    signal: AbortSignal,
  ): Promise<readonly Asked[]>;

  /** What the last list could not tell or the account may not do, and why. Absent: nothing is known to be missing. */
  limits?(): readonly SourceLimit[];

  /** Clears entries of ended sessions that the software keeps listing; resolves when the server took the request. */
  clearLeftovers?(signal: AbortSignal): Promise<void>;
}
