"use client";

import { PrintedText } from "@/components/sessions/printed-text";
import { sourceTitle } from "@/components/sessions/source-title";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { FoundSource } from "@/lib/sessions/server";
import { findingSentence } from "./finding-view";
import type { OfferedSource } from "./offered-source";
import { SettingsText } from "./settings-text";
import { SourceLimits } from "./source-limits";

interface OfferedLineProps {
  readonly source: OfferedSource;
  readonly server: string;
  readonly wasLookedFor: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A source to switch on: what it is, who is there now, and what Rollcall may not do there. */
export function OfferedLine({ source, server, wasLookedFor, onChange }: OfferedLineProps) {
  const words = useWords();
  const { title, settings, isOn, found } = source;
  const note = found ? foundNote(words, found) : absentNote(words, source, wasLookedFor);
  return (
    <div className="grid gap-2 text-[0.8125rem]">
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          className="choose mt-0.5 shrink-0"
          checked={isOn}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span className="min-w-0">
          <span className="font-medium">
            {found?.version ?? sourceTitle(words, source.provider, title)}
          </span>
          {note && <span className="text-muted-word"> · {note}</span>}
          <SettingsText settings={settings} />
        </span>
      </label>
      {found && (found.failure || found.limits.length > 0) && (
        <div className="grid min-w-0 gap-2 pl-7">
          {found.failure && (
            <p className="wrap-anywhere text-danger-word">
              {findingSentence(words, server, source.provider, found.failure)}
            </p>
          )}
          {found.failure?.printed !== undefined && (
            <PrintedText server={server} text={found.failure.printed} />
          )}
          <SourceLimits provider={source.provider} limits={found.limits} />
        </div>
      )}
    </div>
  );
}

/** "2 sessions now, Rollcall may end them" */
function foundNote(
  { limitWords, serverWords }: Words,
  { sessionCount, limits }: FoundSource,
): string | null {
  if (sessionCount === null) return null;
  const mayEnd = !limits.some(({ code }) => code === "may-not-end");
  return `${serverWords.sessionsNow(sessionCount)}, ${mayEnd ? limitWords.mayEnd : limitWords.mayNotEnd}`;
}

function absentNote(
  { findingWords }: Words,
  { origin }: OfferedSource,
  wasLookedFor: boolean,
): string | null {
  if (wasLookedFor) return findingWords.notFound;
  return origin === "byHand" ? findingWords.byHand : null;
}
