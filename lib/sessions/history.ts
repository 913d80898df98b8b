import { isService } from "./is-service";
import { sessionsOf } from "./roll";
import type { SessionKind } from "./session";
import type { WatchedSource } from "./watched-source";

/** How many people's sessions of one kind there were in a minute, when last looked at. */
export interface Minute {
  /** Those of a source that did not answer are as it last said; null where none answered. */
  readonly count: number | null;
  /** Sources that did not answer at a moment of this minute: with any, the count is only partly known. */
  readonly unanswered: number;
}

/** The last hour. */
export interface History {
  /** Oldest first; the last is the minute under way. Null where nobody looked, which is never none. */
  readonly minutes: Readonly<Record<SessionKind, readonly (Minute | null)[]>>;
  /** How many of them Rollcall has been running for. */
  readonly known: number;
}

export interface HistoryKeeper {
  /** Takes down how the latest answers stand. Asks nothing of any server. */
  note(): void;
  read(): History;
}

const minuteMs = 60_000;
const minutesKept = 60;

type Noted = Readonly<Record<SessionKind, Minute>>;

/** Keeps the last hour in memory, minute by minute of a clock that does not go back. */
export function keepHistory(
  sources: () => readonly WatchedSource[],
  now: () => Date,
): HistoryKeeper {
  const noted = new Map<number, Noted>();
  const minuteNow = () => Math.floor(now().getTime() / minuteMs);
  const begun = minuteNow();

  return {
    note() {
      const current = minuteNow();
      for (const minute of noted.keys()) {
        if (minute <= current - minutesKept) noted.delete(minute);
      }
      noted.set(current, joinKinds(noted.get(current), countAll(sources())));
    },
    read() {
      const first = minuteNow() - minutesKept + 1;
      const hour = Array.from({ length: minutesKept }, (_, place) => noted.get(first + place));
      const minutes = toEachKind((kind) => hour.map((minute) => minute?.[kind] ?? null));
      return { minutes, known: Math.min(minutesKept, minuteNow() - begun + 1) };
    },
  };
}

function toEachKind<Value>(of: (kind: SessionKind) => Value): Record<SessionKind, Value> {
  return { panel: of("panel"), ftp: of("ftp"), terminal: of("terminal") };
}

function countAll(sources: readonly WatchedSource[]): Noted {
  return toEachKind((kind) => count(sources.filter(({ label }) => label.kind === kind)));
}

function count(sources: readonly WatchedSource[]): Minute {
  const answers = sources.flatMap((source) => source.latest() ?? []);
  const answered = answers.filter(({ state }) => state === "answered").length;
  let people = 0;
  for (const answer of answers) {
    for (const session of sessionsOf(answer)) if (!isService(session)) people += 1;
  }
  return { count: answered > 0 ? people : null, unanswered: sources.length - answered };
}

/** Within one minute the last count holds, and what was missing at any moment of it. */
function joinKinds(before: Noted | undefined, seen: Noted): Noted {
  if (!before) return seen;
  return toEachKind((kind) => ({
    count: seen[kind].count ?? before[kind].count,
    unanswered: Math.max(before[kind].unanswered, seen[kind].unanswered),
  }));
}
