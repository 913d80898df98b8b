interface SteadyTime {
  ms: number;
  /** On the clock that nobody sets. */
  atMs: number;
}

declare global {
  var rollcallTime: SteadyTime | undefined;
}

/**
 * The time of day, which does not go back while this process runs: by a clock that is set back nobody
 * stays signed in for longer, and nobody's session ends. Next bundles its own copy of this module, so
 * what is known lives on globalThis.
 */
export function steadyNow(): Date {
  const atMs = performance.now();
  const known = globalThis.rollcallTime ?? { ms: Date.now(), atMs };
  const ms = Math.max(Date.now(), known.ms + (atMs - known.atMs));
  globalThis.rollcallTime = { ms, atMs };
  return new Date(ms);
}

/** The same moment on the clock of this machine as it is set now, by which others count too. */
export function toSetTime(steady: Date): Date {
  return new Date(steady.getTime() - (steadyNow().getTime() - Date.now()));
}
