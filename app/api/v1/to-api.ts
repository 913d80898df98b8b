import type { z } from "zod";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { limitSentence } from "@/components/sessions/limit-sentence";
import { english } from "@/components/words/en";
import { isOwnSession, type Operator } from "@/lib/sessions/operator";
import { toRefText } from "@/lib/sessions/ref-text";
import { type Roll, type SourceAnswer, sessionsOf } from "@/lib/sessions/roll";
import type { Session } from "@/lib/sessions/session";
import { type sessionSchemas, type sourceSchema, terminalApiActions } from "./schemas";

type ApiSource = z.input<typeof sourceSchema>;
type ApiSession = z.input<(typeof sessionSchemas)[keyof typeof sessionSchemas]>;

/** The roll as JSON text. Rows that look the same to everybody are written once for each answer of a source. */
export function toApiRollText({ asOf, answers }: Roll, operator: Operator): string {
  const sources = JSON.stringify(answers.map(toApiSource));
  const rows = answers.map((answer) => toRowsText(answer, operator)).filter((text) => text !== "");
  return `{"asOf":${JSON.stringify(asOf)},"sources":${sources},"sessions":[${rows.join(",")}]}`;
}

const written = new WeakMap<SourceAnswer, string>();

function toRowsText(answer: SourceAnswer, operator: Operator): string {
  const known = written.get(answer);
  if (known !== undefined) return known;
  const { server, kind } = answer.source;
  const rows = sessionsOf(answer).map((session) => toApiSession(session, server, operator));
  const text = JSON.stringify(rows).slice(1, -1);
  // Panel rows say which one is the asker's own.
  if (kind !== "panel") written.set(answer, text);
  return text;
}

function toApiSource(answer: SourceAnswer): ApiSource {
  const { id, server, provider } = answer.source;
  const label = { id, server, provider, state: answer.state };
  switch (answer.state) {
    case "answered":
      return { ...label, ...toKnown(answer), failure: null };
    case "stale":
      return { ...label, ...toKnown(answer), failure: toApiFailure(answer) };
    case "silent":
      return { ...label, answeredAt: null, count: null, failure: toApiFailure(answer), limits: [] };
  }
}

function toKnown(answer: Exclude<SourceAnswer, { state: "silent" }>) {
  return {
    answeredAt: answer.answeredAt.toISOString(),
    count: answer.sessions.length,
    limits: answer.limits.map((limit) => ({
      code: limit.code,
      message: limitSentence(english, answer.source, limit),
      remedy: limit.remedy,
    })),
  };
}

function toApiFailure({ source, failure }: Exclude<SourceAnswer, { state: "answered" }>) {
  return { code: failure.code, message: failureSentence(english, source, failure) };
}

function toApiSession(session: Session, server: string, operator: Operator): ApiSession {
  switch (session.kind) {
    case "panel":
      return { ...toFields(session, server), isOwn: isOwnSession(session, operator) };
    case "ftp":
      return toFields(session, server);
    case "terminal":
      return {
        ...toFields(session, server),
        actions: session.actions.map((action) => terminalApiActions[action]),
      };
  }
}

function toFields<Kind extends Session>(session: Kind, server: string) {
  const { ref, kind: _kind, startedAt, ...fields } = session;
  const [source, startedText] = [ref.sourceId, startedAt?.toISOString() ?? null];
  return { ...fields, ref: toRefText(ref), source, server, startedAt: startedText };
}
