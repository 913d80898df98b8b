/** Calls once for all calls that come together: the first at once, others `everyMs` after it. */
export function callTogether(run: () => void, everyMs: number) {
  let ranAtMs = Number.NEGATIVE_INFINITY;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  let isCancelled = false;
  const call = () => {
    if (isDue || isCancelled) return;
    isDue = true;
    const waitMs = ranAtMs + everyMs - performance.now();
    if (waitMs <= 0) setImmediate(now);
    else timer = setTimeout(now, waitMs);
  };
  const now = () => {
    isDue = false;
    if (isCancelled) return;
    ranAtMs = performance.now();
    run();
  };
  return {
    call,
    cancel() {
      isCancelled = true;
      clearTimeout(timer);
    },
  };
}
