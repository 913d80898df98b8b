import { requestWords } from "@/app/request-language";
import { toServersView } from "@/components/servers/server-view";
import type { HereView } from "@/components/this-machine/here-view";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";

/** Longer than looking may take; it ends by itself before. */
const lookMs = 30_000;

export async function lookHere(operator: Operator): Promise<HereView> {
  const here = await rollcall().here.look(operator, AbortSignal.timeout(lookMs));
  if (here.status !== "decided") return here;
  const { status, by, servers } = here;
  return { status, by, view: toServersView(await requestWords(), servers, new Date()) };
}
