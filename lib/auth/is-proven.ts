import type { Operator } from "@/lib/sessions/operator";
import type { SignedInOperator } from "./auth";

const recentMs = 5 * 60_000;

/** The person proved who they are within the last 5 minutes. A script is not asked: its token is all it has. */
export function isProven(operator: Operator | SignedInOperator, now: Date): boolean {
  if (!("provenAt" in operator)) return operator.panelSessionId === null;
  const agoMs = now.getTime() - (operator.provenAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  // A clock that was set back makes nothing recent.
  return agoMs >= 0 && agoMs < recentMs;
}
