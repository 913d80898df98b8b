import type { FtpSession, FtpStatus } from "@/lib/sessions/session";
import type { LiveConnection } from "./live-connections";

interface Context {
  readonly sourceId: string;
  readonly nowMs: number;
  readonly bytesPerSecond: number | null;
}

/** Type and domain are the panel's knowledge, not the daemon's: they are added from the configuration. */
export function toSession(
  connection: LiveConnection,
  { sourceId, nowMs, bytesPerSecond }: Context,
): FtpSession {
  const status = toStatus(connection);
  const isTransfer = status === "uploading" || status === "downloading";
  const user = toUser(connection);
  return {
    kind: "ftp",
    ref: {
      sourceId,
      id: String(connection.pid),
      user,
      start: String(connection.startTicks),
      name: null,
    },
    user,
    remoteAddress: connection.remote_address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, ""),
    startedAt: new Date(connection.connected_since_ms),
    idleSeconds: toIdleSeconds(connection, nowMs),
    type: null,
    status,
    command: connection.command ?? null,
    domain: null,
    location: connection.location ?? null,
    fileName: isTransfer ? (connection.command_args ?? null) : null,
    // An idle session keeps the numbers of its last transfer.
    bytesTransferred: isTransfer ? (connection.transfer_bytes ?? null) : null,
    bytesPerSecond: isTransfer ? bytesPerSecond : null,
    progressPercent: status === "downloading" ? toProgress(connection) : null,
    protocol: connection.protocol ?? null,
    pid: connection.pid,
  };
}

/** A login that is literally `(none)` looks like nobody, but only who has logged in has a location. */
function toUser({ user, location }: LiveConnection): string | null {
  return user ?? (location === undefined ? null : "(none)");
}

const uploads: ReadonlySet<string> = new Set(["STOR", "STOU", "APPE", "WRITE", "SCP UPLOAD"]);
const downloads: ReadonlySet<string> = new Set(["RETR", "READ", "SCP DOWNLOAD"]);
const listings: ReadonlySet<string> = new Set(["LIST", "NLST", "MLSD", "MLST", "READDIR"]);

function toStatus(connection: LiveConnection): FtpStatus {
  if (toUser(connection) === null) return "connecting";
  const verb = connection.command?.toUpperCase() ?? "";
  if (connection.downloading || downloads.has(verb)) return "downloading";
  if (connection.uploading || uploads.has(verb)) return "uploading";
  if (listings.has(verb)) return "listing";
  return connection.idling || verb === "" ? "idle" : "working";
}

function toIdleSeconds({ idling, idle_since_ms }: LiveConnection, nowMs: number): number | null {
  if (!idling || !idle_since_ms) return null;
  return Math.max(0, Math.floor((nowMs - idle_since_ms) / 1000));
}

/** While sendfile is used ProFTPD counts nothing: 0 % without any bytes means unknown. */
function toProgress({ transfer_completed, transfer_bytes }: LiveConnection): number | null {
  const percent = Number(transfer_completed);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return null;
  return percent === 0 && !transfer_bytes ? null : percent;
}
