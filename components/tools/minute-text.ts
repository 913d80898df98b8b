import type { Words } from "@/components/words/words";
import type { History, Minute } from "@/lib/sessions/history";

/** "31 sessions, partly known" */
export function minuteText({ overviewWords }: Words, minute: Minute | null | undefined): string {
  if (!minute || minute.count === null) return overviewWords.notKnown;
  const sessions = overviewWords.sessions(minute.count);
  return minute.unanswered > 0 ? `${sessions}, ${overviewWords.partlyKnown}` : sessions;
}

/** When a minute of the hour was, by Rollcall's clock. */
export function minuteAt(place: number, of: number, asOf: Date): Date {
  return new Date(asOf.getTime() - (of - 1 - place) * 60_000);
}

/** The lowest and the highest count; null where none is known. */
export function boundsOf(minutes: History["minutes"]["ftp"]): readonly [number, number] | null {
  const counts = minutes.flatMap((minute) => minute?.count ?? []);
  return counts.length === 0 ? null : [Math.min(...counts), Math.max(...counts)];
}
