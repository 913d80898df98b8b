import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import { actionsOf, type SessionAction } from "@/lib/sessions/session-action";
import type { SessionRow } from "./roll-view";

/** What can be done with a terminal session differs from one to the next, so each says it itself. */
export function offersAction(session: Session, action: SessionAction): boolean {
  const offered: readonly SessionAction[] =
    session.kind === "terminal" ? session.actions : actionsOf[session.kind];
  return offered.includes(action);
}

/** Null where it can be done. */
export function whyNotOffered(
  { notOfferedWords }: Words,
  row: SessionRow<Session>,
  action: SessionAction,
): string | null {
  const { session, provider, limits } = row;
  if (offersAction(session, action)) return null;
  const isLinux = provider === "linux-logins";
  if (action === "disconnect" && session.kind === "terminal") {
    if (isLinux) return notOfferedWords.linuxDisconnect;
    if (session.status === "disconnected") return notOfferedWords.disconnected;
    if (session.name?.toLowerCase() === "console") return notOfferedWords.console;
  }
  if (action === "sendMessage" && isLinux) return notOfferedWords.linuxMessage;
  const mayNotEnd = limits.some(({ code }) => code === "may-not-end");
  return mayNotEnd ? notOfferedWords.mayNotEnd : notOfferedWords.notOffered;
}
