interface QueueLimits {
  readonly atOnce: number;
  /** How many strangers may wait for their turn. */
  readonly waiting: number;
}

/** Whose work it is. */
interface From {
  readonly network: string;
  /** The user has signed in from there before. */
  readonly isKnown: boolean;
}

interface Waiting {
  readonly network: string;
  go(answer: "turn" | "busy"): void;
}

export type FairQueue = ReturnType<typeof createFairQueue>;

/**
 * Runs work a few at a time. Who is known goes first. Of strangers, one a network waits, and the last to come
 * goes first: when more come than can be served, whoever waits longest has gone, and a queue in the order of
 * arrival would serve nobody in time.
 */
export function createFairQueue({ atOnce, waiting }: QueueLimits) {
  const known: Waiting[] = [];
  /** By network, in the order of arrival. */
  const strangers = new Map<string, Waiting>();
  let running = 0;

  const waitForTurn = ({ network, isKnown }: From) =>
    new Promise<"turn" | "busy">((go) => {
      if (isKnown) {
        known.push({ network, go });
        return;
      }
      if (strangers.has(network)) return go("busy");
      strangers.set(network, { network, go });
      const [longest] = strangers.values();
      if (strangers.size > waiting && longest) takeStranger(longest).go("busy");
    });

  const takeStranger = (stranger: Waiting) => {
    strangers.delete(stranger.network);
    return stranger;
  };

  const takeNext = () => {
    const first = known.shift();
    if (first) return first;
    const last = [...strangers.values()].at(-1);
    return last && takeStranger(last);
  };

  return async <Done>(from: From, work: () => Promise<Done>): Promise<Done | "busy"> => {
    if (running >= atOnce) {
      // Whoever finishes hands the place over, so `running` stays as it is.
      if ((await waitForTurn(from)) === "busy") return "busy";
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = takeNext();
      if (next) next.go("turn");
      else running -= 1;
    }
  };
}
