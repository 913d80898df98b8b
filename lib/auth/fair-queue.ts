interface QueueLimits {
  readonly atOnce: number;
  /** How many strangers may wait for their turn. */
  readonly waiting: number;
}

/** Whose work it is. */
interface From {
  readonly network: string;
  /** The part of the world that the network is in. Absent: the network itself. */
  readonly region?: string;
  /** The user has signed in from there before. */
  readonly isKnown: boolean;
}

interface Waiting {
  readonly network: string;
  readonly region: string;
  go(answer: "turn" | "busy"): void;
}

export type FairQueue = ReturnType<typeof createFairQueue>;

const mostRemembered = 10_000;

/**
 * Runs work a few at a time. Who is known goes first. Of strangers, one a network waits, and the one from
 * the region whose turn is longest ago goes first, so that many from a few regions do not hold up the others.
 */
export function createFairQueue({ atOnce, waiting }: QueueLimits) {
  const known: Waiting[] = [];
  /** By network, in the order of arrival. */
  const strangers = new Map<string, Waiting>();
  const turns = createTurns();
  let running = 0;

  const waitForTurn = ({ network, region = network, isKnown }: From) =>
    new Promise<"turn" | "busy">((go) => {
      if (isKnown) {
        known.push({ network, region, go });
        return;
      }
      if (strangers.has(network)) return go("busy");
      strangers.set(network, { network, region, go });
      if (strangers.size > waiting) takeStranger(turns.last(strangers.values()))?.go("busy");
    });

  const takeStranger = (stranger: Waiting | undefined) => {
    if (stranger) strangers.delete(stranger.network);
    return stranger;
  };

  const takeNext = () => {
    const next = known.shift() ?? takeStranger(turns.first(strangers.values()));
    if (next) turns.note(next.region);
    return next;
  };

  return async <Done>(from: From, work: () => Promise<Done>): Promise<Done | "busy"> => {
    if (running >= atOnce) {
      // Whoever finishes hands the place over, so `running` stays as it is.
      if ((await waitForTurn(from)) === "busy") return "busy";
    } else {
      running += 1;
      turns.note(from.region ?? from.network);
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

/** Remembers which region's turn was when. */
function createTurns() {
  const turnOf = new Map<string, number>();
  let turn = 0;
  const numberOf = ({ region }: Waiting) => turnOf.get(region) ?? 0;
  return {
    note(region: string) {
      turn += 1;
      turnOf.delete(region);
      turnOf.set(region, turn);
      const [oldest] = turnOf.keys();
      if (turnOf.size > mostRemembered && oldest !== undefined) turnOf.delete(oldest);
    },
    /** Of one region, who came first. */
    first: (all: Iterable<Waiting>) =>
      [...all].reduce<Waiting | undefined>(
        (best, one) => (best && numberOf(best) <= numberOf(one) ? best : one),
        undefined,
      ),
    /** Of one region, who came last. */
    last: (all: Iterable<Waiting>) =>
      [...all].reduce<Waiting | undefined>(
        (best, one) => (best && numberOf(best) > numberOf(one) ? best : one),
        undefined,
      ),
  };
}
