import { setTimeout as pause } from "node:timers/promises";
import type { Host } from "./windows-host-behaviour";
import {
  disconnectSession,
  firstListenerId,
  type HostSession,
  removeSession,
} from "./windows-host-sessions";

export type Ending = "disconnect" | "logOff" | "reset";

interface Refusal {
  readonly code: number;
  readonly words: string;
}

const accessDenied: Refusal = { code: 5, words: "Access is denied." };
const consoleStays: Refusal = {
  code: 7041,
  words: "Disconnecting the console session is not supported.",
};

/** What Windows itself never does to a session, with its error number and its words. */
export function findRefusal({ id, name }: HostSession, ending: Ending): Refusal | undefined {
  if (id === 0) return accessDenied;
  if (ending === "disconnect" && name === "console") return consoleStays;
  return ending === "logOff" && id >= firstListenerId ? accessDenied : undefined;
}

/** Resolves when it is seen in the list. */
export async function end(host: Host, session: HostSession, ending: Ending): Promise<void> {
  const { sessions, behaviour } = host;
  if (behaviour.stuck.has(session.id) && ending !== "reset") return;
  if (ending === "disconnect") return disconnectSession(session, host.nowMs());
  if (behaviour.logOffTakesMs > 0) {
    await pause(behaviour.logOffTakesMs, undefined, { ref: false });
  }
  // A listener that is reset takes all of its sessions with it.
  const { id } = session;
  const ended =
    id < firstListenerId ? [session] : sessions.filter(({ name }) => name?.startsWith("rdp-tcp#"));
  for (const one of ended) removeSession(sessions, one);
}
