import { type ToolView, toServersTool, toToolView } from "@/components/tools/tool-view";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import { type SessionKind, sessionKinds } from "@/lib/sessions/session";

/** The tools this operator has, with their counts as last known. */
export async function lookAtTools(operator: Operator): Promise<readonly ToolView[]> {
  const count = async (kind: SessionKind) =>
    toToolView(await rollcall().roll(kind, operator, { fresh: false }));
  if (operator.sees !== "everything") return [await count("panel")];
  const counts = await Promise.all(sessionKinds.map(count));
  return [...counts, toServersTool(await rollcall().servers.list(operator))];
}
