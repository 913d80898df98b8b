import { bareReason } from "@/components/sessions/bare-reason";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { type SourceView, toSourceView } from "@/components/sessions/roll-view";
import type { SourceAnswer } from "@/lib/sessions/roll";
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
  readonly lockedBy: KnownServer["lockedBy"];
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
    servers: servers.map(({ id, lockedBy, name, via, sources, problem }) => ({
      name,
      id,
      lockedBy,
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
  if (answer.state === "answered") return { ...toSourceView(answer), failingSince: null };
  const trouble = toTrouble(answer, isChangedHere);
  return { ...toSourceView(answer), trouble, failingSince: answer.failingSince };
}

function toTrouble(
  { source, failure }: Exclude<SourceAnswer, { state: "answered" }>,
  isChangedHere: boolean,
): string {
  if (failure.code !== "not-trusted" || !isChangedHere) return failureSentence(source, failure);
  return serverWords.notTrusted(source.server, bareReason(failure.reason));
}
