import type { ToolView } from "@/components/tools/tool-view";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { RollView } from "./roll-view";

/** What a page's look answers: its own roll, and the counts of all tools for the side bar. */
export interface RollAnswer<Kind extends Session> {
  readonly view: RollView<Kind>;
  readonly tools: readonly ToolView[];
}

export type Look<Kind extends Session> = () => Promise<RollAnswer<Kind>>;

interface ActInput {
  readonly refs: readonly SessionRef[];
  readonly reason: string | null;
}

/** An action this page offers, and the server action that does it. */
export interface OfferedAction {
  readonly action: SessionAction;
  readonly act: (input: ActInput) => Promise<readonly ActionOutcome[]>;
}
