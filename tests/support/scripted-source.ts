import type { TerminalSession } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked, SessionSource } from "@/lib/sessions/session-source";
import { watchSource } from "@/lib/sessions/watched-source";

export const sourceId = "ts01/windows";

export function terminalSession(
  id: number,
  user: string | null,
  name: string | null = `rdp-tcp#${id}`,
) {
  const ref: SessionRef = { sourceId, id: String(id), user, start: "9:00", name };
  const session: TerminalSession = {
    kind: "terminal",
    ref,
    id,
    user,
    name,
    status: name ? "logged-in" : "disconnected",
    statusText: name ? "Active" : "Disc",
    isService: false,
    actions: ["disconnect", "logOff", "reset", "sendMessage"],
    domain: null,
    clientName: null,
    pid: null,
    idleText: null,
    logonText: "9:00",
    remoteAddress: null,
    startedAt: null,
    idleSeconds: null,
  };
  return session;
}

interface Script {
  list(): Promise<readonly TerminalSession[]>;
  act?(refs: readonly SessionRef[]): Promise<readonly Asked[]>;
  sendMessage?(refs: readonly SessionRef[], text: string): Promise<readonly Asked[]>;
}

/** The core is judged by what it makes of any server, so this one says whatever the test wants. */
export function watchScripted(script: Script, now: () => Date = () => new Date()) {
  const source: SessionSource = {
    id: sourceId,
    list: script.list,
    act: script.act ?? (() => Promise.reject(new Error("nothing to ask here"))),
    ...(script.sendMessage ? { sendMessage: script.sendMessage } : {}),
  };
  const bugs: unknown[] = [];
  const label = { id: sourceId, server: "ts01", provider: "windows", kind: "terminal" } as const;
  const reportBug = (error: unknown) => bugs.push(error);
  return { watched: watchSource(label, source, { timeoutMs: 100, now, reportBug }), bugs };
}
