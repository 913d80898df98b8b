import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import type { ToolState } from "@/lib/sessions/tool-state";

/** The tools this operator has, with their counts as last known. */
export function lookAtTools(operator: Operator): Promise<readonly ToolState[]> {
  return rollcall().tools(operator);
}
