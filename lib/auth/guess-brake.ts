const withinMs = 15 * 60_000;
const mostRemembered = 10_000;

/** Counts tries of the last 15 minutes by key. What was tried longest ago is forgotten where keys are many. */
export interface GuessBrake {
  /** Counts a try before it is looked at. Seconds to wait, 0 to go on. */
  take(key: string): number;
  /** Seconds until there are fewer than `most` again: those of the brake unless said. */
  waitSeconds(key: string, most?: number): number;
  /** Counts a try, also one too many. */
  count(key: string): void;
  /** The try was not looked at after all, or was none. */
  giveBack(key: string): void;
  /** The answer was right. */
  forget(key: string): void;
}

interface BrakeSettings {
  /** Tries within 15 minutes. */
  readonly most?: number;
  /** Milliseconds of a clock that nobody can set. */
  readonly clock?: () => number;
}

export const monotonicClock = () => performance.now();

export function createGuessBrake({
  most: ownMost = 5,
  clock = monotonicClock,
}: BrakeSettings = {}): GuessBrake {
  const tries = new Map<string, readonly number[]>();

  const recent = (key: string) => (tries.get(key) ?? []).filter((at) => clock() - at < withinMs);

  const waitSeconds = (key: string, most = ownMost) => {
    const freeing = recent(key).at(-most);
    return freeing === undefined ? 0 : Math.ceil((freeing + withinMs - clock()) / 1000);
  };

  const count = (key: string) => {
    const counted = [...recent(key), clock()].slice(-ownMost);
    // Set anew, so that the map stays in the order of the last try.
    tries.delete(key);
    tries.set(key, counted);
    const [first] = tries.keys();
    if (tries.size > mostRemembered && first !== undefined) tries.delete(first);
  };

  return {
    waitSeconds,
    count,
    take: (key) => {
      const seconds = waitSeconds(key);
      if (seconds === 0) count(key);
      return seconds;
    },
    giveBack: (key) => {
      const left = (tries.get(key) ?? []).slice(0, -1);
      if (left.length > 0) tries.set(key, left);
      else tries.delete(key);
    },
    forget: (key) => {
      tries.delete(key);
    },
  };
}
