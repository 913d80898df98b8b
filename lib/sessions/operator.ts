import type { Session } from "./session";

/** Who is using Rollcall: a person signed in, or a script with a token. */
export interface Operator {
  /** Login of the person, or `token <name>`. */
  readonly name: string;
  /** Where the request came from, as the trusted proxies say; null where there is no request. */
  readonly address: string | null;
  /** `everything`, or only what carries the operator's own login. */
  readonly sees: "everything" | "own";
  readonly mayAct: boolean;
  /** The panel session this request came with; null for a token. */
  readonly panelSessionId: string | null;
}

export function isOwnSession(session: Session, operator: Operator): boolean {
  return session.kind === "panel" && session.ref.id === operator.panelSessionId;
}

/** FTP and terminal sessions have no owner in Rollcall yet, so only who sees everything sees them. */
export function canSee(operator: Operator, session: Session): boolean {
  return (
    operator.sees === "everything" || (session.kind === "panel" && session.user === operator.name)
  );
}
