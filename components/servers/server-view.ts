import { bareReason } from "@/components/sessions/bare-reason";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { isService } from "@/components/sessions/is-service";
import type { SourceView } from "@/components/sessions/roll-view";
import { type SourceAnswer, sessionsOf } from "@/lib/sessions/roll";
import type { KnownServer, ServerSource, ServerWay } from "@/lib/sessions/server";
import { serverWords } from "./server-words";

/** The latest answer of a source, and since when it fails. */
export interface AskedView extends SourceView {
  readonly failingSince: Date | null;
}

export interface ServerSourceView extends Omit<ServerSource, "answer"> {
  /** Null until it was asked for the first time. */
  readonly asked: AskedView | null;
}

export interface ServerView {
  /** Names are unique among all servers. */
  readonly name: string;
  /** Null for one that is not changed on the page. */
  readonly id: string | null;
  readonly via: ServerWay;
  readonly sources: readonly ServerSourceView[];
  readonly problem: string | null;
}

/** All servers as the browser gets them. */
export interface ServersView {
  readonly asOf: Date;
  readonly servers: readonly ServerView[];
}

export function toServersView(servers: readonly KnownServer[], asOf: Date): ServersView {
  return {
    asOf,
    servers: servers.map(({ id, name, via, sources, problem }) => ({
      name,
      id,
      via,
      problem,
      sources: sources.map(({ answer, ...source }) => ({
        ...source,
        asked: answer && toAsked(answer, id !== null),
      })),
    })),
  };
}

function toAsked(answer: SourceAnswer, isChangedHere: boolean): AskedView {
  const { id, server, provider } = answer.source;
  const isAnswered = answer.state === "answered";
  return {
    id,
    server,
    provider,
    state: answer.state,
    answeredAt: answer.state === "silent" ? null : answer.answeredAt,
    failingSince: isAnswered ? null : answer.failingSince,
    trouble: isAnswered ? null : toTrouble(answer, isChangedHere),
    printed: isAnswered ? null : (answer.failure.printed?.slice(0, longestPrinted) ?? null),
    sessionCount: sessionsOf(answer).filter((session) => !isService(session)).length,
    limits: answer.state === "silent" ? [] : answer.limits,
  };
}

/** The page asks again every few seconds, and nobody reads more. */
const longestPrinted = 16_000;

function toTrouble(
  { source, failure }: Exclude<SourceAnswer, { state: "answered" }>,
  isChangedHere: boolean,
): string {
  if (failure.code !== "not-trusted" || !isChangedHere) return failureSentence(source, failure);
  return serverWords.notTrusted(source.server, bareReason(failure.reason));
}
