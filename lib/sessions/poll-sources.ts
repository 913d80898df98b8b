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
  /** Calls once, unless what it returns is called before. */
  after(delayMs: number, run: () => void): () => void;
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
 * Keeps every source known: looks at each now, at new ones in the next turn, at watched ones `watchedMs`
 * after they answered, and at each other that nobody has looked at for `unwatchedMs`. Those that fall
 * due together are taken in a few at a time, longest unseen first, so that from then on they are spread
 * over the interval. Waits for none.
 */
export function pollSources(
  sources: () => readonly WatchedSource[],
  { watchedMs, unwatchedMs }: PollTimes,
  clock: PollClock = machineClock,
): Poller {
  const turnMs = Math.min(longestTurnMs, watchedMs / turnsWatched, unwatchedMs / turnsUnwatched);
  const seen = createSightings(clock);
  const follower = followWatched(sources, { watchedMs, seen, clock });
  let lastTurnMs = clock.nowMs();
  let mayLook = 0;

  /** Those that nobody watches and it is time for, longest unseen first. */
  const findDue = (all: readonly WatchedSource[]) => {
    const due: { readonly source: WatchedSource; readonly ageMs: number }[] = [];
    for (const source of all) {
      const ageMs = seen.ageMs(source);
      if (ageMs === undefined) void seen.lookAt(source);
      if (source.isWatched()) follower.follow(source);
      else if (ageMs !== undefined && ageMs >= unwatchedMs) due.push({ source, ageMs });
    }
    return due.toSorted((one, other) => other.ageMs - one.ageMs);
  };

  const turn = () => {
    lastTurnMs = clock.nowMs();
    const all = sources();
    mayLook = Math.min(mayLook, 1) + (all.length * turnMs) / unwatchedMs;
    for (const { source } of findDue(all).slice(0, Math.floor(mayLook))) {
      mayLook -= 1;
      void seen.lookAt(source);
    }
    end = clock.after(turnMs, turn);
  };
  let end: (() => void) | undefined;
  turn();
  return {
    isRunning: () => end !== undefined && clock.nowMs() - lastTurnMs < 2 * unwatchedMs + 1000,
    stop() {
      end?.();
      end = undefined;
      follower.stop();
    },
  };
}

interface FollowSettings {
  readonly watchedMs: number;
  readonly seen: Sightings;
  readonly clock: PollClock;
}

/** Looks at those that somebody watches to the moment, until nobody does. */
function followWatched(
  sources: () => readonly WatchedSource[],
  { watchedMs, seen, clock }: FollowSettings,
) {
  const followed = new Map<WatchedSource, () => void>();

  const wait = (source: WatchedSource, ageMs = 0) =>
    followed.set(
      source,
      clock.after(Math.max(0, watchedMs - ageMs), () => void takeTurn(source)),
    );
  const takeTurn = async (source: WatchedSource) => {
    if (!(source.isWatched() && sources().includes(source))) return followed.delete(source);
    const ageMs = seen.ageMs(source) ?? watchedMs;
    if (ageMs < watchedMs) return wait(source, ageMs);
    await seen.lookAt(source);
    return followed.has(source) && wait(source);
  };
  return {
    follow(source: WatchedSource) {
      if (!followed.has(source)) wait(source, seen.ageMs(source));
    },
    stop() {
      for (const cancel of followed.values()) cancel();
      followed.clear();
    },
  };
}

interface Sightings {
  /** Since it answered, or was asked. Undefined for one not seen yet. */
  ageMs(source: WatchedSource): number | undefined;
  lookAt(source: WatchedSource): Promise<void>;
}

/** Whoever else has looked is noticed by the answer: each look makes a new one. */
function createSightings({ nowMs }: PollClock): Sightings {
  const seen = new WeakMap<WatchedSource, { latest: SourceAnswer | undefined; atMs: number }>();
  const note = (source: WatchedSource) =>
    seen.set(source, { latest: source.latest(), atMs: nowMs() });
  return {
    ageMs(source) {
      const known = seen.get(source);
      if (known?.latest !== source.latest()) note(source);
      const { atMs } = seen.get(source) ?? {};
      return atMs === undefined ? undefined : nowMs() - atMs;
    },
    async lookAt(source) {
      note(source);
      await source.look();
      note(source);
    },
  };
}

const machineClock: PollClock = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
