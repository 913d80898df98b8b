import type { RollPart, WireRow, WireSession, WireSource } from "./live-message";
import { type Roll, type SourceAnswer, sessionsOf } from "./roll";
import type { Session } from "./session";

/** The pages and the live channel tell sessions in the same words; these make them. */

export function toWireSession({ startedAt, ...session }: Session): WireSession {
  return { ...session, startedAt: startedAt?.toISOString() ?? null };
}

export function toWireSource(answer: SourceAnswer): WireSource {
  const { id, server, provider } = answer.source;
  const isAnswered = answer.state === "answered";
  const isSilent = answer.state === "silent";
  return {
    id,
    server,
    provider,
    state: answer.state,
    answeredAt: isSilent ? null : answer.answeredAt.toISOString(),
    failure: isAnswered ? null : answer.failure,
    failingSince: isAnswered ? null : answer.failingSince.toISOString(),
    limits: isSilent ? [] : [...answer.limits],
  };
}

/** A whole roll in one part, for a page that asks instead of watching: its numbers name nothing later. */
export function toRollPart({ kind, asOf, answers }: Roll): RollPart {
  let no = 0;
  const toRows = (answer: SourceAnswer): WireRow[] => {
    if (answer.state === "silent") return [];
    const at = answer.answeredAt.toISOString();
    return sessionsOf(answer).map((session) => {
      no += 1;
      return { no, at, session: toWireSession(session) };
    });
  };
  return {
    type: "roll",
    kind,
    number: 0,
    left: 0,
    asOf: asOf.toISOString(),
    answers: answers.map((answer) => ({ source: toWireSource(answer), rows: toRows(answer) })),
  };
}
