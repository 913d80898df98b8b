import type { TerminalSession } from "@/lib/sessions/session";
import type { SessionRow } from "./query-session";
import type { UserRow } from "./query-user";
import type { Listing } from "./read-listing";
import { firstListenerId } from "./state-words";

/** Joins the two tables: `query user` alone knows idle and logon times. */
export function toSessions(listing: Listing, sourceId: string): readonly TerminalSession[] {
  return listing.sessions.map((row) => {
    const times = listing.users.find((user) => isOfSession(user, row));
    const idleMinutes = times?.idleMinutes ?? null;
    return {
      kind: "terminal",
      ref: {
        sourceId,
        id: String(row.id),
        user: row.userName,
        start: times?.logonText ?? null,
        name: row.sessionName,
      },
      id: row.id,
      user: row.userName,
      name: row.sessionName,
      status: row.status,
      statusText: row.statusText,
      isService: isService(row),
      remoteAddress: null,
      startedAt: null,
      idleSeconds: idleMinutes === null ? null : idleMinutes * 60,
      actions: actionsOf(row),
      domain: null,
      clientName: null,
      pid: null,
      idleText: times?.idleText ?? null,
      logonText: times?.logonText ?? null,
    };
  });
}

function actionsOf(row: SessionRow): TerminalSession["actions"] {
  if (isService(row) || row.userName === null) return [];
  const canDisconnect = row.status !== "disconnected" && row.sessionName !== "console";
  return canDisconnect ? ["disconnect", "logOff"] : ["logOff"];
}

/** `query user` prints user names in lower case. */
function isOfSession(user: UserRow, row: SessionRow): boolean {
  return user.id === row.id && user.userName.toLowerCase() === row.userName?.toLowerCase();
}

function isService(row: SessionRow): boolean {
  return row.sessionName === "services" || row.status === "listening" || row.id >= firstListenerId;
}
