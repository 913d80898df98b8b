import type { RollAnswer } from "@/components/sessions/roll-answer";
import { toRollView } from "@/components/sessions/roll-view";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import type { Session, SessionKind } from "@/lib/sessions/session";
import { lookAtTools } from "./look-at-tools";

interface Looked<Kind extends Session> {
  readonly kind: SessionKind;
  readonly isKind: (session: Session) => session is Kind;
  readonly operator: Operator;
  /** Ask every source now, instead of taking what is known. */
  readonly fresh: boolean;
}

export async function lookAtSessions<Kind extends Session>({
  kind,
  isKind,
  operator,
  fresh,
}: Looked<Kind>): Promise<RollAnswer<Kind>> {
  const roll = await rollcall().roll(kind, operator, { fresh });
  return { view: toRollView(roll, isKind, operator), tools: await lookAtTools(operator) };
}
