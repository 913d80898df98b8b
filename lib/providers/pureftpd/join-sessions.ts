import type { FtpProcess } from "@/lib/providers/ftp/ftp-process";
import type { FtpLook } from "@/lib/providers/ftp/open-ftp-source";
import type { SocketsByPid } from "@/lib/providers/ftp/sockets";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { DaemonProcess, DaemonProcesses } from "./daemon-processes";
import type { Who } from "./parse-who";
import { toFtpProcess, toUnknownProcess } from "./to-ftp-process";

interface Machine {
  readonly bootMs: number;
  readonly nowMs: number;
  readonly sockets: SocketsByPid | undefined;
}

/**
 * Who pure-ftpwho lists, as far as the process lives: a pid may be used again. And the sessions that it
 * does not list: of many that come in a new server's first moment, and of a server of another version,
 * Pure-FTPd keeps no entry; and an account without root sees none at all.
 * @throws SourceError when nothing runs there
 */
export function joinSessions(
  who: Who,
  { servers, sessions, certain }: DaemonProcesses,
  { bootMs, nowMs, sockets }: Machine,
): Pick<FtpLook, "processes" | "limits"> {
  const entries = who.status === "answered" ? who.entries : [];
  const listed = entries.flatMap((entry) => {
    const process = sessions.get(entry.pid);
    return process ? [toFtpProcess(entry, process, bootMs)] : [];
  });
  const pids = new Set(entries.map(({ pid }) => pid));
  const unlisted = certain
    .filter(({ pid }) => !pids.has(pid))
    .map((process) => toUnknownProcess(process, bootMs, sockets));
  const processes = [...listed, ...unlisted];
  if (processes.length === 0 && servers.length === 0) {
    const why = reason("notRunning", { software: "Pure-FTPd" });
    throw new SourceError("unreachable", why, { isNobodyLeft: true });
  }
  const shown = processes.flatMap(({ pid }) => sessions.get(pid) ?? []);
  const isAlone = shown.some((session) => isOrphan(session, servers));
  const gone: readonly SourceLimit[] = isAlone ? [daemonGone] : [];
  return { processes, limits: [...whoLimits(who, unlisted, nowMs), ...gone] };
}

/** A session has its entry a moment after its process. */
const entryAfterMs = 5_000;

function whoLimits(
  who: Who,
  unlisted: readonly FtpProcess[],
  nowMs: number,
): readonly SourceLimit[] {
  if (who.status !== "answered") return [{ code: "no-titles", remedy: who.remedy, count: null }];
  const isLate = ({ startedAt }: FtpProcess) =>
    startedAt !== null && nowMs - startedAt.getTime() > entryAfterMs;
  return unlisted.some(isLate) ? [{ code: "no-titles", remedy: null, count: null }] : [];
}

const daemonGone = { code: "daemon-gone", remedy: null, count: null } as const;

/** Left alone, a session has the first process as its parent, and its server's process group still. */
function isOrphan({ pid, parent, group }: DaemonProcess, servers: readonly DaemonProcess[]) {
  return parent === 1 && group !== pid && !servers.some((server) => server.pid === parent);
}
