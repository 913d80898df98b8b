import type { OnOutcome, PlacedOutcome } from "./action-outcome";
import { aliveEveryMs } from "./live-line";
import { within } from "./within";

/**
 * Begins the act, which goes on whether somebody listens or not. Outcomes that become known at one
 * time come together; an empty batch says that there are none yet.
 */
export function tellOutcomes(
  act: (onOutcome: OnOutcome) => Promise<unknown>,
): AsyncIterable<readonly PlacedOutcome[]> {
  let known: PlacedOutcome[] = [];
  let isOver = false;
  let news = Promise.withResolvers<void>();
  const over = Promise.allSettled([
    act((place, outcome) => {
      known.push({ place, outcome });
      news.resolve();
    }),
  ]).finally(() => {
    isOver = true;
    news.resolve();
  });

  return (async function* tell() {
    while (!isOver || known.length > 0) {
      await within(news.promise, aliveEveryMs);
      news = Promise.withResolvers();
      const batch = known;
      known = [];
      yield batch;
    }
    const [end] = await over;
    if (end.status === "rejected") throw end.reason;
  })();
}
