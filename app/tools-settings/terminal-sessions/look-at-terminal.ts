import { notFound } from "next/navigation";
import { lookAtSessions } from "@/app/tools-settings/look-at-sessions";
import type { Operator } from "@/lib/sessions/operator";
import type { Session, TerminalSession } from "@/lib/sessions/session";

/** Terminal sessions have no owner in Rollcall, so only who sees everything sees them. */
export function lookAtTerminal(operator: Operator, { fresh }: { readonly fresh: boolean }) {
  if (operator.sees !== "everything") notFound();
  return lookAtSessions({ kind: "terminal", isKind: isTerminalSession, operator, fresh });
}

function isTerminalSession(session: Session): session is TerminalSession {
  return session.kind === "terminal";
}
