import { faultOfThisRequest } from "@/lib/auth/request-fault";
import { log } from "@/lib/log";
import { isStoreError } from "@/lib/sessions/store-trouble";

interface Place {
  readonly method: string;
  readonly path: string | undefined;
}

const everyMs = 10_000;

/** A bug with all that is known of it; what is none on one line, and one line for all that come together. */
export function logRequestError(error: unknown, place: Place): void {
  const fault = faultOfThisRequest();
  if (isStoreError(error)) sayNowAndThen(error.message, place);
  else if (fault) sayNowAndThen(`a request was answered with ${fault}`, place);
  else log.error({ err: error, ...place }, "a request failed by a bug");
}

const untold = new Map<string, { count: number; toldAtMs: number }>();

/** With how many more there were since it was said last. */
function sayNowAndThen(words: string, place: Place): void {
  const nowMs = performance.now();
  const { count, toldAtMs } = untold.get(words) ?? { count: 0, toldAtMs: -everyMs };
  if (nowMs - toldAtMs < everyMs) {
    untold.set(words, { count: count + 1, toldAtMs });
    return;
  }
  untold.set(words, { count: 0, toldAtMs: nowMs });
  log.warn({ ...place, more: count }, words);
}
