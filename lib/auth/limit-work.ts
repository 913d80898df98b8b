interface Limits {
  readonly atOnce: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
}

/** Runs work a few at a time; more than may wait are turned away as `busy`. */
export function limitWork({ atOnce, waiting }: Limits) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <Done>(work: () => Promise<Done>): Promise<Done | "busy"> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return "busy";
      // Whoever finishes hands the place over, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
