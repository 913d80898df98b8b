import { type MySessionsView, toMySessionsView } from "@/components/my-sessions/my-sessions-view";
import type { SignedInOperator } from "@/lib/auth/auth";
import { rollcall } from "@/lib/rollcall";

export async function lookAtMySessions(operator: SignedInOperator): Promise<MySessionsView> {
  return toMySessionsView(await rollcall().ownSessions.list(operator), new Date());
}
