import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import { type SessionKind, sessionKinds } from "@/lib/sessions/session";
import { countRoll, countServers, type ToolState } from "@/lib/sessions/tool-state";

/** The tools this operator has, with their counts as last known. */
export async function lookAtTools(operator: Operator): Promise<readonly ToolState[]> {
  const count = async (kind: SessionKind) =>
    countRoll(await rollcall().roll(kind, operator, { fresh: false }));
  if (operator.sees !== "everything") return [await count("panel")];
  const counts = await Promise.all(sessionKinds.map(count));
  return [...counts, countServers(await rollcall().servers.list(operator))];
}
