import type { WatchedSource } from "./watched-source";

export interface Poller {
  /** False when it was stopped or missed its turn by far. */
  isRunning(): boolean;
  stop(): void;
}

/** Keeps every source known by looking at each now and every `everyMs`. A slow one delays no other. */
export function pollSources(sources: () => readonly WatchedSource[], everyMs: number): Poller {
  let lastTurnMs = performance.now();
  const turn = () => {
    lastTurnMs = performance.now();
    for (const source of sources()) void source.look();
  };
  turn();
  let timer: ReturnType<typeof setInterval> | undefined = setInterval(turn, everyMs);
  return {
    isRunning: () => timer !== undefined && performance.now() - lastTurnMs < 2 * everyMs + 1000,
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
