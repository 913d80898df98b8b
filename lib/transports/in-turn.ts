export type InTurn = <Answer>(signal: AbortSignal, work: () => Promise<Answer>) => Promise<Answer>;

/** Lets `atOnce` pieces of work run together; the rest wait, first come first served, until aborted. */
export function limitTo(atOnce: number): InTurn {
  const waiting = new Set<() => void>();
  let running = 0;

  return async (signal, work) => {
    signal.throwIfAborted();
    if (running < atOnce) running += 1;
    else await takeOver(signal);
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next) next();
      else running -= 1;
    }
  };

  function takeOver(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        leave();
        resolve();
      };
      const giveUp = () => {
        leave();
        reject(signal.reason);
      };
      const leave = () => {
        waiting.delete(start);
        signal.removeEventListener("abort", giveUp);
      };
      waiting.add(start);
      signal.addEventListener("abort", giveUp);
    });
  }
}
