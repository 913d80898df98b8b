"use client";

import { useEffect, useState } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { SourceView } from "./roll-view";

interface CheckedAgoProps {
  readonly sources: readonly SourceView[];
  readonly asOf: Date;
  /** Why nothing new comes; null while it does. */
  readonly lost: string | null;
  /** What else there is to say, such as that the page is paused. */
  readonly note: string | null;
  /** Nothing new is wanted. */
  readonly isPaused: boolean;
}

/** How old the newest knowledge is. Rendered anew for each answer, so that it counts from there. */
export function CheckedAgo({ sources, asOf, lost, note, isPaused }: CheckedAgoProps) {
  const words = useWords();
  const { sessionWords } = words;
  const sinceAnswer = useSecondsHere();
  const checkedAt = oldestAnswer(sources);
  const checked = checkedAt
    ? checkedText(words, secondsBetween(checkedAt, asOf) + sinceAnswer)
    : sessionWords.notChecked;
  return (
    <p className="flex items-center gap-2 whitespace-nowrap text-[0.8125rem] text-muted tabular-nums">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${dotOf({ lost, isPaused, checkedAt })}`}
      />
      {lost && (
        <span role="alert" className="font-medium text-stale-word" data-hint={lost}>
          {sessionWords.reconnecting}
        </span>
      )}
      {note && <span className="font-medium">{note}</span>}
      {/* On a narrow screen there is room for since when it is paused, which says as much. */}
      <span className={isPaused ? "max-sm:hidden" : undefined}>{checked}</span>
    </p>
  );
}

interface Standing extends Pick<CheckedAgoProps, "lost" | "isPaused"> {
  readonly checkedAt: Date | null;
}

function dotOf({ lost, isPaused, checkedAt }: Standing): string {
  if (lost) return "bg-stale";
  if (isPaused) return "bg-muted";
  return checkedAt ? "bg-down" : "bg-danger";
}

export function checkedText({ sessionWords, formats }: Words, seconds: number): string {
  return seconds < 1
    ? sessionWords.checkedNow
    : sessionWords.checked(formats.formatElapsed(seconds));
}

/** The oldest of what is shown as fresh: no row is older than this, but for those marked stale. */
export function oldestAnswer(sources: readonly SourceView[]): Date | null {
  return sources
    .flatMap(({ state, answeredAt }) => (state === "answered" && answeredAt ? [answeredAt] : []))
    .reduce<Date | null>((oldest, at) => (oldest && oldest <= at ? oldest : at), null);
}

function useSecondsHere(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const cameAtMs = performance.now();
    const count = () => setSeconds(Math.floor((performance.now() - cameAtMs) / 1000));
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
