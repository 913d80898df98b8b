import { lookAtSessions } from "@/app/tools-settings/look-at-sessions";
import type { Operator } from "@/lib/sessions/operator";
import type { PanelSession, Session } from "@/lib/sessions/session";

export function lookAtPanel(operator: Operator, { fresh }: { readonly fresh: boolean }) {
  return lookAtSessions({ kind: "panel", isKind: isPanelSession, operator, fresh });
}

function isPanelSession(session: Session): session is PanelSession {
  return session.kind === "panel";
}
