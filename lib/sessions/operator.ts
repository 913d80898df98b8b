import type { Session } from "./session";
import type { Sight } from "./sight";

/** Who is using Rollcall: a person signed in, or a script with a token. */
export interface Operator {
  /** Login of the person, or `token <name>`. */
  readonly name: string;
  /** Where the request came from, as the trusted proxies say; null where there is no request. */
  readonly address: string | null;
  /** As it was when the request came. */
  readonly sees: "everything" | Sight;
  readonly mayAct: boolean;
  /** The panel session this request came with; null for a token. */
  readonly panelSessionId: string | null;
}

export function isOwnSession(session: Session, operator: Operator): boolean {
  return session.kind === "panel" && session.ref.id === operator.panelSessionId;
}
