import { type Clock, msPerTick } from "@/lib/providers/linux/server-clock";
import type { FtpSession } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SftpProcess } from "./sftp-server";

export function toSession(
  process: SftpProcess,
  sourceId: string,
  { bootMs, nowMs }: Clock,
): FtpSession {
  const startedMs = bootMs + process.startTicks * msPerTick;
  return {
    ...untold,
    kind: "ftp",
    ref: toRef(process, sourceId),
    pid: process.pid,
    user: process.user,
    remoteAddress: process.remoteAddress,
    startedAt: new Date(startedMs),
    connectedSeconds: Math.max(0, Math.floor((nowMs - startedMs) / 1000)),
    protocol: "sftp",
    // It is there, and what it does is not known.
    status: "working",
  };
}

export function toRef({ pid, startTicks, user }: SftpProcess, sourceId: string): SessionRef {
  return { sourceId, id: String(pid), user, start: String(startTicks), name: null };
}

/** What sftp-server tells nobody. Unknown is null, never 0 or "". */
const untold = {
  idleSeconds: null,
  type: null,
  command: null,
  domain: null,
  virtualHost: null,
  home: null,
  location: null,
  clientLocation: null,
  fileName: null,
  filePath: null,
  bytesTransferred: null,
  bytesPerSecond: null,
  progressPercent: null,
} as const;
