import { isService } from "@/lib/sessions/is-service";
import { isOwnSession, type Operator } from "@/lib/sessions/operator";
import { type Roll, type SourceAnswer, sessionsOf } from "@/lib/sessions/roll";
import type { Session } from "@/lib/sessions/session";
import type { Failure } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import { failureSentence } from "./failure-sentence";
import { sessionKey } from "./session-key";

export interface SourceView {
  readonly id: string;
  readonly server: string;
  readonly provider: string;
  readonly state: SourceAnswer["state"];
  /** Null for a silent source. */
  readonly answeredAt: Date | null;
  /** Why it does not answer and what to do; null when it does. */
  readonly trouble: string | null;
  /** What it printed that could not be understood, as far as it is bearable; null when there is none. */
  readonly printed: string | null;
  /** People's sessions in the latest answer; 0 for a silent source. */
  readonly sessionCount: number;
  readonly limits: readonly SourceLimit[];
}

export interface SessionRow<Kind extends Session> {
  readonly key: string;
  readonly session: Kind;
  readonly server: string;
  readonly provider: string;
  /** The operator's own session. */
  readonly isOwn: boolean;
  /** When its source last answered, where it does not answer now; else null. */
  readonly staleSince: Date | null;
  /** When its source gave the answer it stands in. */
  readonly answeredAt: Date;
  /** What that answer could not tell. */
  readonly limits: readonly SourceLimit[];
}

/** A roll as the browser gets it. */
export interface RollView<Kind extends Session> {
  readonly asOf: Date;
  readonly sources: readonly SourceView[];
  readonly rows: readonly SessionRow<Kind>[];
}

export function toRollView<Kind extends Session>(
  roll: Roll,
  isKind: (session: Session) => session is Kind,
  operator: Operator,
): RollView<Kind> {
  return {
    asOf: roll.asOf,
    sources: roll.answers.map(toSourceView),
    rows: roll.answers.flatMap((answer) =>
      answer.state === "silent"
        ? []
        : answer.sessions.filter(isKind).map((session) => ({
            key: sessionKey(session.ref),
            session,
            server: answer.source.server,
            provider: answer.source.provider,
            isOwn: isOwnSession(session, operator),
            staleSince: answer.state === "stale" ? answer.answeredAt : null,
            answeredAt: answer.answeredAt,
            limits: answer.limits,
          })),
    ),
  };
}

export function toSourceView(answer: SourceAnswer): SourceView {
  const { id, server, provider } = answer.source;
  return {
    id,
    server,
    provider,
    state: answer.state,
    answeredAt: answer.state === "silent" ? null : answer.answeredAt,
    trouble: answer.state === "answered" ? null : failureSentence(answer.source, answer.failure),
    printed: answer.state === "answered" ? null : toPrinted(answer.failure),
    sessionCount: sessionsOf(answer).filter((session) => !isService(session)).length,
    limits: answer.state === "silent" ? [] : answer.limits,
  };
}

/** The page asks again every few seconds, and nobody reads more. */
const longestPrinted = 16_000;

function toPrinted({ printed }: Failure): string | null {
  if (printed === undefined || printed.length <= longestPrinted) return printed ?? null;
  return `${printed.slice(0, longestPrinted)}\n…`;
}
