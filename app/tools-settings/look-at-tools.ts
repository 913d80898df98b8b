import { type ToolView, toToolView } from "@/components/tools/tool-view";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import { type SessionKind, sessionKinds } from "@/lib/sessions/session";

/** The tools this operator has, with their counts as last known. */
export function lookAtTools(operator: Operator): Promise<readonly ToolView[]> {
  const kinds: readonly SessionKind[] = operator.sees === "everything" ? sessionKinds : ["panel"];
  return Promise.all(
    kinds.map(async (kind) => toToolView(await rollcall().roll(kind, operator, { fresh: false }))),
  );
}
