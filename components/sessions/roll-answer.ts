import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { Session } from "@/lib/sessions/session";
import type { ActAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { ToolState } from "@/lib/sessions/tool-state";
import type { RollView } from "./roll-view";

/** What a page's look answers: its own roll, and the counts of all tools for the side bar. */
export interface RollAnswer<Kind extends Session> {
  readonly view: RollView<Kind>;
  readonly tools: readonly ToolState[];
}

export type Look<Kind extends Session> = () => Promise<RollAnswer<Kind>>;

type Act<Said> = (
  input: { readonly refs: readonly SessionRef[] } & Said,
) => Promise<readonly ActionOutcome[]>;

/** An action this page offers, and the server action that does it. */
export type OfferedAction =
  | { readonly action: ActAction; readonly act: Act<{ readonly reason: string | null }> }
  | { readonly action: "sendMessage"; readonly act: Act<{ readonly message: string }> };
