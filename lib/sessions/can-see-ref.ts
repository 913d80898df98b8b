import type { Operator } from "./operator";
import type { SessionKind } from "./session";
import type { SessionRef } from "./session-ref";

/** As `canSee`, for a session of which no more than its ref is at hand. */
export function canSeeRef(operator: Operator, ref: SessionRef, kind: SessionKind): boolean {
  return operator.sees === "everything" || (kind === "panel" && ref.user === operator.name);
}
