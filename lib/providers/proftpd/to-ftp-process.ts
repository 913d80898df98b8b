import type { FtpProcess } from "@/lib/providers/ftp/ftp-process";
import { type Clock, msPerTick } from "@/lib/providers/linux/server-clock";
import type { FtpStatus } from "@/lib/sessions/session";
import { anyTitle } from "./entry";
import type { LiveEntry } from "./live-entries";

export function toFtpProcess({ pid, startTicks, entry }: LiveEntry, clock: Clock): FtpProcess {
  const process = { pid, startTicks, pids: [pid] };
  if (!entry) {
    const startedAt = new Date(clock.bootMs + startTicks * msPerTick);
    return { ...unlisted, ...process, startedAt };
  }
  const status = toStatus(entry.user, entry.command);
  const isTransfer = status === "downloading" || status === "uploading";
  const { bytes, size } = entry;
  return {
    ...process,
    user: entry.user,
    userBytes: entry.titleStart,
    remoteAddress: entry.remoteAddress,
    controlPort: entry.port,
    startedAt: new Date(entry.beganMs),
    idleSeconds: status === "idle" ? secondsSince(entry.idleSinceMs, clock.nowMs) : null,
    status,
    command: entry.command,
    virtualHost: entry.virtualHost,
    clientLocation: entry.location,
    fileName: isTransfer ? entry.argument : null,
    protocol: entry.protocol,
    // An idle session keeps the numbers of its last transfer.
    transfer: isTransfer ? { bytes, size: status === "downloading" ? size : null } : null,
  };
}

/** Of a child that has no entry nothing is known but that it lives. */
const unlisted = {
  user: null,
  userBytes: anyTitle,
  remoteAddress: null,
  controlPort: null,
  idleSeconds: null,
  status: "connecting",
  command: null,
  virtualHost: null,
  clientLocation: null,
  fileName: null,
  protocol: null,
  transfer: null,
} as const;

const uploads: ReadonlySet<string> = new Set(["STOR", "STOU", "APPE", "WRITE", "SCP UPLOAD"]);
const downloads: ReadonlySet<string> = new Set(["RETR", "READ", "SCP DOWNLOAD"]);
const listings: ReadonlySet<string> = new Set(["LIST", "NLST", "MLSD", "MLST", "READDIR"]);

function toStatus(user: string | null, command: string | null): FtpStatus {
  if (user === null) return "connecting";
  if (command === null) return "idle";
  const verb = command.toUpperCase();
  if (downloads.has(verb)) return "downloading";
  if (uploads.has(verb)) return "uploading";
  return listings.has(verb) ? "listing" : "working";
}

function secondsSince(thenMs: number | null, nowMs: number): number | null {
  return thenMs === null ? null : Math.max(0, Math.floor((nowMs - thenMs) / 1000));
}
