import type { SourceAnswer } from "./roll";
import type { WatchedSource } from "./watched-source";

export interface Poller {
  /** False when it was stopped or missed its turn by far. */
  isRunning(): boolean;
  stop(): void;
}

/** What tells a poller the time. */
export interface PollClock {
  nowMs(): number;
  /** Calls until what it returns is called. */
  every(intervalMs: number, turn: () => void): () => void;
}

const longestTurnMs = 500;
const turnsWatched = 4;
const turnsUnwatched = 60;

/** How old an answer may get before the source is asked again. */
export interface PollTimes {
  readonly watchedMs: number;
  readonly unwatchedMs: number;
}

/**
 * Keeps every source known: looks at each now, at new ones in the next turn, at watched ones every
 * `watchedMs`, and at each other that nobody has looked at for `unwatchedMs`. Those that fall due together are taken in a few at a time,
 * longest unseen first, so that from then on they are spread over the interval. Waits for none.
 */
export function pollSources(
  sources: () => readonly WatchedSource[],
  { watchedMs, unwatchedMs }: PollTimes,
  clock: PollClock = machineClock,
): Poller {
  const turnMs = Math.min(longestTurnMs, watchedMs / turnsWatched, unwatchedMs / turnsUnwatched);
  const seen = new WeakMap<WatchedSource, Seen>();
  let lastTurnMs = clock.nowMs();
  let mayLook = 0;

  const lookAt = (source: WatchedSource) => {
    seen.set(source, { latest: source.latest(), atMs: lastTurnMs });
    void source.look();
  };

  /** Those that it is time for, longest unseen first. */
  const findDue = (all: readonly WatchedSource[]) => {
    const due: { readonly source: WatchedSource; readonly atMs: number }[] = [];
    for (const source of all) {
      const latest = source.latest();
      const known = seen.get(source);
      if (known?.latest !== latest) seen.set(source, { latest, atMs: lastTurnMs });
      else if (!known) lookAt(source);
      else if (source.isWatched() && lastTurnMs - known.atMs >= watchedMs) lookAt(source);
      else if (lastTurnMs - known.atMs >= unwatchedMs) due.push({ source, atMs: known.atMs });
    }
    return due.toSorted((one, other) => one.atMs - other.atMs);
  };

  const turn = () => {
    lastTurnMs = clock.nowMs();
    const all = sources();
    mayLook = Math.min(mayLook, 1) + (all.length * turnMs) / unwatchedMs;
    for (const { source } of findDue(all).slice(0, Math.floor(mayLook))) {
      mayLook -= 1;
      lookAt(source);
    }
  };
  turn();
  let end: (() => void) | undefined = clock.every(turnMs, turn);
  return {
    isRunning: () => end !== undefined && clock.nowMs() - lastTurnMs < 2 * unwatchedMs + 1000,
    stop() {
      end?.();
      end = undefined;
    },
  };
}

/** A look makes a new answer, so another one than last time tells that somebody has looked. */
interface Seen {
  readonly latest: SourceAnswer | undefined;
  readonly atMs: number;
}

const machineClock: PollClock = {
  nowMs: () => performance.now(),
  every(intervalMs, turn) {
    const timer = setInterval(turn, intervalMs);
    return () => clearInterval(timer);
  },
};
