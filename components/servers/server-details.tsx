"use client";

import { CopyLine } from "@/components/ui/copy-line";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { AskedView, ServerSourceView, ServerView } from "./server-view";
import { SettingsText } from "./settings-text";
import { SourceLimits } from "./source-limits";

/** What is asked there, what Rollcall may do and what is missing, and the key that was accepted. */
export function ServerDetails({ server }: { readonly server: ServerView }) {
  const words = useWords();
  const { serverWords } = words;
  const { sources, via } = server;
  return (
    <div className="grid gap-3">
      {sources.length === 0 && (
        <p className="text-muted-word">
          {serverWords.nothingThere} {server.id !== null && serverWords.nothingAdvice}
        </p>
      )}
      <ul className="grid gap-3">
        {sources.map((source) => (
          <li key={source.id} className="grid gap-2">
            <p>
              <strong className="font-medium">{source.title}</strong>
              {": "}
              {standOf(words, source)}
              <SettingsText settings={source.settings} />
            </p>
            {source.asked && (
              <SourceLimits provider={source.provider} limits={source.asked.limits} />
            )}
          </li>
        ))}
      </ul>
      {via.kind === "ssh" && (
        <div className="grid justify-items-start gap-1.5">
          <p className="text-muted-word">{serverWords.hostKey}</p>
          {via.hostKey === null ? (
            <p>{serverWords.noHostKey}</p>
          ) : (
            <CopyLine text={via.hostKey} words={words.copyWords} />
          )}
        </div>
      )}
    </div>
  );
}

/** "12 sessions, Rollcall may end them, answered in 14 ms" */
function standOf(words: Words, { asked, lookMs }: ServerSourceView): string {
  const {
    serverWords,
    findingWords,
    limitWords,
    formats: { formatMilliseconds },
  } = words;
  if (!asked) return serverWords.notAskedYet;
  if (asked.state === "silent") return serverWords.silent;
  const parts = [
    ...(asked.state === "stale" ? [serverWords.stale] : []),
    serverWords.sessions(asked.sessionCount),
    mayEnd(asked) ? limitWords.mayEnd : limitWords.mayNotEnd,
    ...(lookMs === null ? [] : [findingWords.answeredIn(formatMilliseconds(lookMs))]),
  ];
  return parts.join(", ");
}

function mayEnd({ limits }: AskedView): boolean {
  return !limits.some(({ code }) => code === "may-not-end");
}
