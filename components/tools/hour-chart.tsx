"use client";

import { type PointerEvent, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";
import type { Minute } from "@/lib/sessions/history";
import type { SessionKind } from "@/lib/sessions/session";
import { DrawnMinutes } from "./drawn-minutes";
import { boundsOf, minuteAt, minuteText } from "./minute-text";

export interface HourChartProps {
  readonly kind: SessionKind;
  /** Of the last hour, oldest first. */
  readonly minutes: readonly (Minute | null)[];
  /** For how many of them Rollcall has been running. */
  readonly known: number;
  readonly asOf: Date;
}

/** One kind of sessions in the last hour; below it what the minute was that is pointed at. */
export function HourChart(props: HourChartProps) {
  const { kind, minutes, known, asOf } = props;
  const words = useWords();
  const isHydrated = useHydrated();
  const [pointedAt, pointAt] = useState<number | null>(null);
  const last = minutes.length - 1;
  const first = minutes.length - known;
  const picked = pointedAt === null ? null : Math.min(last, Math.max(first, pointedAt));
  const place = picked ?? last;
  const clock = isHydrated
    ? words.formats.formatClock(minuteAt(place, minutes.length, asOf))
    : undefined;
  const text = minuteText(words, minutes[place]);
  const isPartly = minutes.some((minute) => minute && minute.unanswered > 0);

  const onPointer = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    pointAt(Math.round(((clientX - left) / width) * last));
  };
  return (
    <div className="relative z-10 grid gap-1.5 pt-4">
      <div
        className="relative h-14 rounded-sm outline-accent outline-offset-4 has-[:focus-visible]:outline-2"
        onPointerMove={onPointer}
        onPointerLeave={() => pointAt(null)}
      >
        <DrawnMinutes minutes={minutes} place={place} isPicked={picked !== null} />
        <input
          type="range"
          min={first}
          max={last}
          value={place}
          onChange={({ target }) => pointAt(target.valueAsNumber)}
          onBlur={() => pointAt(null)}
          aria-label={words.overviewWords.minuteByMinute(words.toolWords[kind].title)}
          aria-valuetext={clock && `${clock}: ${text}`}
          className="absolute inset-0 m-0 size-full cursor-crosshair touch-pan-y opacity-0"
        />
      </div>
      <div className="grid gap-1 text-muted text-xs tabular-nums">
        <p className="flex min-h-[1lh] flex-wrap justify-between gap-x-3 *:whitespace-nowrap">
          {picked === null ? <HourText {...props} /> : <PickedText clock={clock} text={text} />}
        </p>
        {isPartly && (
          <p className="text-stale-word" data-hint={words.overviewWords.partlyKnownHint}>
            {words.overviewWords.partlyKnown}
          </p>
        )}
      </div>
    </div>
  );
}

function PickedText({
  clock,
  text,
}: {
  readonly clock: string | undefined;
  readonly text: string;
}) {
  return (
    <>
      <span>{clock}</span>
      <span className="font-medium text-text">{text}</span>
    </>
  );
}

function HourText({ minutes, known, asOf }: HourChartProps) {
  const { overviewWords, formats } = useWords();
  const isHydrated = useHydrated();
  const bounds = boundsOf(minutes);
  const since = minuteAt(minutes.length - known, minutes.length, asOf);
  return (
    <>
      <span>
        {known === minutes.length && overviewWords.lastHour}
        {known < minutes.length &&
          isHydrated &&
          overviewWords.knownSince(formats.formatClock(since))}
      </span>
      {bounds && (
        <span>
          {overviewWords.leastAndMost(
            formats.formatCount(bounds[0]),
            formats.formatCount(bounds[1]),
          )}
        </span>
      )}
    </>
  );
}
