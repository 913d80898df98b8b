import { notFound } from "next/navigation";
import type { RollAnswer } from "@/components/sessions/roll-answer";
import { rollcall } from "@/lib/rollcall";
import type { RollPart } from "@/lib/sessions/live-message";
import { toRollPart } from "@/lib/sessions/live-wire";
import type { Operator } from "@/lib/sessions/operator";
import type { Roll } from "@/lib/sessions/roll";
import type { SessionKind } from "@/lib/sessions/session";
import { canAsk } from "@/lib/sessions/sight";
import { lookAtTools } from "./look-at-tools";

/** A page with more rows than this comes without them, and gets them over the live channel. */
const mostRowsInPage = 1000;

/** What the page itself brings; not whole where there is too much. */
export async function lookFirst(kind: SessionKind, operator: Operator): Promise<RollPart> {
  const roll = toRollPart(await takeRoll(kind, operator, false));
  const count = roll.answers.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count <= mostRowsInPage) return roll;
  return { ...roll, left: 1, answers: roll.answers.map((answer) => ({ ...answer, rows: [] })) };
}

export async function lookAtSessions(kind: SessionKind, operator: Operator): Promise<RollAnswer> {
  const roll = toRollPart(await takeRoll(kind, operator, false));
  return { roll, tools: await lookAtTools(operator) };
}

/** Asks every source now; the newest moment of an answer, as ISO text. */
export async function refreshSessions(kind: SessionKind, operator: Operator): Promise<string> {
  const { answers } = await takeRoll(kind, operator, true);
  const momentsMs = answers.map((answer) =>
    answer.state === "silent" ? 0 : answer.answeredAt.getTime(),
  );
  return new Date(Math.max(0, ...momentsMs)).toISOString();
}

async function takeRoll(kind: SessionKind, operator: Operator, fresh: boolean): Promise<Roll> {
  if (!canAsk(operator, kind)) notFound();
  return rollcall().roll(kind, operator, { fresh });
}
