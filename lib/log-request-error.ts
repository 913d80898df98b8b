import { faultOfThisRequest, isNoted } from "@/lib/auth/request-fault";
import { log } from "@/lib/log";
import { isStoreError } from "@/lib/sessions/store-trouble";
import { logTrouble } from "./log-trouble";

interface Place {
  readonly method: string;
  readonly path: string | undefined;
}

/** A bug with all that is known of it; what is none on one line, and one line for all that come together. */
export function logRequestError(error: unknown, place: Place): void {
  if (isNoted(error)) return;
  const fault = faultOfThisRequest();
  if (isStoreError(error)) logTrouble(error, place);
  else if (fault) logTrouble({ message: `a request was answered with ${fault}` }, place);
  else log.error({ err: error, ...place }, "a request failed by a bug");
}
