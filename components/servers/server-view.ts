import { failureOnPage, failureSentence } from "@/components/sessions/failure-sentence";
import { type SourceView, toSourceView } from "@/components/sessions/roll-view";
import { sourceTitle } from "@/components/sessions/source-title";
import type { Words } from "@/components/words/words";
import { isService } from "@/lib/sessions/is-service";
import { toWireSource } from "@/lib/sessions/live-wire";
import type { Reason } from "@/lib/sessions/reason";
import { type SourceAnswer, sessionsOf } from "@/lib/sessions/roll";
import type { KnownServer, ServerSource, ServerWay } from "@/lib/sessions/server";

/** The latest answer of a source, and since when it fails. */
export interface AskedView extends SourceView {
  /** People's sessions in the latest answer; 0 for a silent source. */
  readonly sessionCount: number;
  /** Why it does not answer and what to do; null when it does. */
  readonly trouble: string | null;
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
  readonly problem: Reason | null;
}

/** All servers as the browser gets them. */
export interface ServersView {
  readonly asOf: Date;
  readonly servers: readonly ServerView[];
}

export function toServersView(
  words: Words,
  servers: readonly KnownServer[],
  asOf: Date,
): ServersView {
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
        title: sourceTitle(words, source.provider, source.title),
        asked: answer && toAsked(words, answer, id !== null),
      })),
    })),
  };
}

function toAsked(words: Words, answer: SourceAnswer, isChangedHere: boolean): AskedView {
  const sessionCount = sessionsOf(answer).filter((session) => !isService(session)).length;
  const view = { ...toSourceView(toWireSource(answer)), sessionCount };
  if (answer.state === "answered") return { ...view, trouble: null, failingSince: null };
  const say = isChangedHere ? failureOnPage : failureSentence;
  const trouble = say(words, answer.source, answer.failure);
  return { ...view, trouble, failingSince: answer.failingSince };
}
