import type { Overview } from "@/lib/sessions/overview";
import type { ToolState } from "@/lib/sessions/tool-state";
import type { Attention } from "./attention";

/** All that stands on Tools & Settings. */
export interface OverviewAnswer {
  readonly tools: readonly ToolState[];
  readonly overview: Overview;
  /** Null for who does not see the servers. */
  readonly attention: Attention | null;
}
