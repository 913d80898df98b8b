import type { PlacedOutcome } from "@/lib/sessions/action-outcome";
import type { RollPart } from "@/lib/sessions/live-message";
import type { ProofNeeded } from "@/lib/sessions/proof";
import type { ActAction } from "@/lib/sessions/session-action";
import type { AskedDetail, SessionDetail } from "@/lib/sessions/session-detail";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { ToolState } from "@/lib/sessions/tool-state";

/** What a page's look answers: its own roll, whole, and the counts of all tools for the side bar. */
export interface RollAnswer {
  readonly roll: RollPart;
  readonly tools: readonly ToolState[];
}

export type Look = () => Promise<RollAnswer>;

/** Asks every source now; answers when each has answered or failed: the newest moment of an answer, as ISO text. */
export type Refresh = () => Promise<string>;

export type LookCloser = (asked: AskedDetail) => Promise<SessionDetail>;

/** What became of each, as it gets known. */
type Act<Said> = (
  input: { readonly refs: readonly SessionRef[] } & Said,
) => Promise<AsyncIterable<readonly PlacedOutcome[]> | ProofNeeded>;

/** An action this page offers, and the server action that does it. */
export type OfferedAction =
  | { readonly action: ActAction; readonly act: Act<{ readonly reason: string | null }> }
  | { readonly action: "sendMessage"; readonly act: Act<{ readonly message: string }> };
