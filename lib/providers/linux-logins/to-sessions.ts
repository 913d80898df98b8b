import { isIP } from "node:net";
import type { TerminalSession, TerminalStatus } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Login } from "./login";

/** Of one server, since its last boot. */
export interface Place {
  readonly sourceId: string;
  readonly bootId: string;
}

export function toSession(login: Login, place: Place, nowMs: number): TerminalSession {
  const ref = toRef(login, place);
  const { lastUsedAtMs, startedAtMs, isOfPerson } = login;
  const hostName = login.host === null || isIP(login.host) ? null : login.host;
  return {
    kind: "terminal",
    ref,
    id: toShownId(login),
    user: ref.user,
    name: ref.name,
    status: toStatus(login.state),
    statusText: toShownText(login.state),
    isService: !isOfPerson,
    actions: isOfPerson ? ["logOff", "reset"] : [],
    remoteAddress: login.host && !hostName ? login.host : login.address,
    clientName: hostName && toShownText(hostName),
    startedAt: startedAtMs === null ? null : new Date(startedAtMs),
    idleSeconds:
      lastUsedAtMs === null ? null : Math.max(0, Math.floor((nowMs - lastUsedAtMs) / 1000)),
    pid: login.pid,
    domain: null,
    idleText: null,
    logonText: null,
  };
}

/** The pid names it, for ids of logind and pids of other logins may be the same number. */
export function toRef(login: Login, { sourceId, bootId }: Place): SessionRef {
  return {
    sourceId,
    id: String(login.pid),
    user: toShownText(login.user),
    start: `${bootId}:${login.startTicks}`,
    name: login.terminal && toShownText(login.terminal),
  };
}

function toShownId({ logindId, pid }: Login): number | string {
  if (logindId === null) return pid;
  return /^[1-9]\d{0,14}$/.test(logindId) ? Number(logindId) : logindId;
}

/** The states of sd_session_get_state(3). Online is signed in, on a screen that shows somebody else. */
function toStatus(state: string): TerminalStatus {
  switch (state) {
    case "active":
    case "online":
    case "USER_PROCESS":
      return "logged-in";
    case "opening":
      return "init";
    case "closing":
      return "down";
    default:
      return "unknown";
  }
}

/** Without what a screen would obey: control characters, changes of direction. */
function toShownText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd").slice(0, 100);
}
