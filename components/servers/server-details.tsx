import { countOf } from "@/components/format/format-count";
import { limitWords } from "@/components/sessions/limit-words";
import { sessionWords } from "@/components/sessions/session-words";
import { CopyLine } from "@/components/ui/copy-line";
import { formatMilliseconds } from "./format-milliseconds";
import type { AskedView, ServerSourceView, ServerView } from "./server-view";
import { findingWords, serverWords } from "./server-words";
import { SettingsText } from "./settings-text";
import { SourceLimits } from "./source-limits";

/** What is asked there, what Rollcall may do and what is missing, and the key that was accepted. */
export function ServerDetails({ server }: { readonly server: ServerView }) {
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
              {standOf(source)}
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
            <CopyLine text={via.hostKey} words={limitWords} />
          )}
        </div>
      )}
    </div>
  );
}

/** "12 sessions, Rollcall may end them, answered in 14 ms" */
function standOf({ asked, lookMs }: ServerSourceView): string {
  if (!asked) return serverWords.notAskedYet;
  if (asked.state === "silent") return serverWords.silent;
  const parts = [
    ...(asked.state === "stale" ? [serverWords.stale] : []),
    countOf(asked.sessionCount, sessionWords.session, sessionWords.sessions),
    mayEnd(asked) ? limitWords.mayEnd : limitWords.mayNotEnd,
    ...(lookMs === null ? [] : [findingWords.answeredIn(formatMilliseconds(lookMs))]),
  ];
  return parts.join(", ");
}

function mayEnd({ limits }: AskedView): boolean {
  return !limits.some(({ code }) => code === "may-not-end");
}
