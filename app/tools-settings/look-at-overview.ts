import { requestWords } from "@/app/request-language";
import { toAttention } from "@/components/tools/attention";
import type { OverviewAnswer } from "@/components/tools/overview-answer";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import { lookAtTools } from "./look-at-tools";

export async function lookAtOverview(operator: Operator): Promise<OverviewAnswer> {
  const tools = await lookAtTools(operator);
  const overview = await rollcall().overview(operator);
  if (operator.sees !== "everything") return { tools, overview, attention: null };
  const servers = await rollcall().servers.list(operator);
  const { asOf } = overview;
  const attention = toAttention(await requestWords(), servers, { asOf, mayAct: operator.mayAct });
  return { tools, overview, attention };
}
