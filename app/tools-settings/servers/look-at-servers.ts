import { notFound } from "next/navigation";
import { requestWords } from "@/app/request-language";
import { lookAtTools } from "@/app/tools-settings/look-at-tools";
import type { ServersAnswer } from "@/components/servers/server-actions";
import { toServersView } from "@/components/servers/server-view";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import { sessionKinds } from "@/lib/sessions/session";

interface Looked {
  /** Ask every source now, instead of taking what is known. */
  readonly fresh: boolean;
}

export async function lookAtServers(operator: Operator, { fresh }: Looked): Promise<ServersAnswer> {
  if (operator.sees !== "everything") notFound();
  if (fresh) {
    await Promise.all(sessionKinds.map((kind) => rollcall().roll(kind, operator, { fresh })));
  }
  const words = await requestWords();
  const view = toServersView(words, await rollcall().servers.list(operator), new Date());
  return { view, tools: await lookAtTools(operator) };
}
