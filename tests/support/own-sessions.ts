import { readlink } from "node:fs/promises";
import { actOnSessions } from "@/lib/sessions/act-on-sessions";
import type { FtpSession } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SessionSource } from "@/lib/sessions/session-source";
import { watchSource } from "@/lib/sessions/watched-source";

const timeoutMs = 10_000;

/** The sessions of one daemon, where a source lists those of other tests too: each runs a copy of the program. */
export async function listOwn(
  source: SessionSource,
  program: string,
): Promise<readonly FtpSession[]> {
  const listed = await source.list(AbortSignal.timeout(timeoutMs));
  const sessions = listed.filter((session) => session.kind === "ftp");
  const programs = await Promise.all(sessions.map(({ pid }) => programOf(pid)));
  return sessions.filter((_, index) => programs[index] === program);
}

/** Undefined when the process has ended. */
export async function programOf(pid: number): Promise<string | undefined> {
  try {
    return await readlink(`/proc/${pid}/exe`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** As an operator does it who may do all; gives what became of each. */
export async function removeSessions(source: SessionSource, refs: readonly SessionRef[]) {
  const reportBug = (error: unknown) => {
    throw error;
  };
  const label = { id: source.id, server: "here", provider: "any", kind: "ftp" } as const;
  const watched = watchSource(label, source, { timeoutMs, now: () => new Date(), reportBug });
  const operator = {
    name: "root",
    sees: "everything",
    mayAct: true,
    address: null,
    panelSessionId: null,
  } as const;
  const settings = { settleMs: timeoutMs, askTimeoutMs: timeoutMs, reportBug };
  const outcomes = await actOnSessions(
    [watched],
    { kind: "ftp", action: "remove", refs },
    operator,
    settings,
  );
  return outcomes.map(({ status }) => status);
}
