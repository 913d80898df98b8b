import { log } from "@/lib/log";
import { isStoreError } from "@/lib/sessions/store-trouble";

const everyMs = 10_000;
const told = new Map<string, { untold: number; toldAtMs: number }>();

/** What is no bug, such as a disk that is full: the same is told at most every 10 s, with how many more there were. */
export function logTrouble({ message }: { readonly message: string }, about: object = {}): void {
  const nowMs = performance.now();
  const before = told.get(message);
  if (before && nowMs - before.toldAtMs < everyMs) {
    before.untold += 1;
    return;
  }
  told.set(message, { untold: 0, toldAtMs: nowMs });
  log.warn({ ...about, more: before?.untold ?? 0 }, message);
}

/** Logs what failed by a bug, in these words; a database that cannot be used is none. */
export function bugLog(words: string): (error: unknown) => void {
  return (error) => (isStoreError(error) ? logTrouble(error) : log.error({ err: error }, words));
}
