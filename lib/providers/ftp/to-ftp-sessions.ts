import type { FtpSession, FtpStatus } from "@/lib/sessions/session";
import type { SessionRef } from "@/lib/sessions/session-ref";
import { findFile, findOpenFile } from "./find-file";
import type { FtpProcess } from "./ftp-process";
import type { DetailsMemory, Known } from "./remembered-details";
import type { createTransferSpeeds, Measured } from "./transfer-speeds";

/** What a daemon says of a session, and what the kernel says of it. */
interface FoundProcess {
  readonly process: FtpProcess;
  readonly known: Known;
}

/** Adds what only this daemon's ways let one conclude from both; asked once a list. */
export type Completion = (found: readonly FoundProcess[]) => readonly FoundProcess[];

interface Context {
  readonly sourceId: string;
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
  readonly memory: DetailsMemory;
  readonly speedsOf: ReturnType<typeof createTransferSpeeds>;
  readonly complete?: Completion | undefined;
}

/** Joins what the daemon says with what the kernel says. Type and domain are added from the configuration. */
export function toFtpSessions(
  processes: readonly FtpProcess[],
  { sourceId, nowMs, memory, speedsOf, complete = (found) => found }: Context,
): readonly FtpSession[] {
  const all = complete(processes.map((process) => ({ process, known: memory.of(process) })));
  const found = all.map((one) => ({ ...one, measured: measure(one, nowMs) }));
  const speeds = speedsOf(found.flatMap(({ measured }) => measured ?? []));
  const homes = memory.rights()?.homes;
  const isIncomplete = memory.isIncomplete();
  return found.map(({ process, known, measured }) => ({
    kind: "ftp",
    ref: toRef(sourceId, process),
    user: process.user,
    remoteAddress: process.remoteAddress && toPlainAddress(process.remoteAddress),
    startedAt: process.startedAt,
    connectedSeconds: process.startedAt && secondsBetween(process.startedAt.getTime(), nowMs),
    idleSeconds: idleSecondsOf(process, known),
    type: null,
    status: known.isClientGone ? "client-gone" : process.status,
    command: process.command,
    domain: null,
    virtualHost: process.virtualHost,
    home: homeOf(process, known, homes),
    location: locationOf(process, known, isIncomplete),
    clientLocation: clientLocationOf(process, known),
    fileName: process.fileName,
    filePath: isTransfer(process.status) ? findFile(process, known) : null,
    bytesTransferred: measured?.bytes ?? null,
    bytesPerSecond: (measured && speeds.get(measured.name)) ?? null,
    progressPercent: measured ? progressOf(process, known, measured.bytes) : null,
    protocol: process.protocol,
    pid: process.pid,
  }));
}

export function toRef(sourceId: string, { pid, startTicks, user }: FtpProcess): SessionRef {
  return { sourceId, id: String(pid), user, start: String(startTicks), name: null };
}

export function isTransfer(status: FtpStatus): boolean {
  return status === "uploading" || status === "downloading";
}

/**
 * Of a download the kernel knows what the client has confirmed; a daemon counts what it handed over,
 * megabytes earlier, or nothing at all where it uses sendfile.
 */
function bytesOf({ status, transfer }: FtpProcess, { data }: Known): number | null {
  if (!transfer) return null;
  if (status === "downloading" && data) return data.bytesAcked;
  return transfer.bytes ?? (status === "uploading" && data ? data.bytesReceived : null);
}

function measure({ process, known }: FoundProcess, nowMs: number): Measured | null {
  const bytes = bytesOf(process, known);
  if (bytes === null) return null;
  const { pid, startTicks, fileName, command, status } = process;
  const isByKernel = known.data && (status === "downloading" || process.transfer?.bytes === null);
  return {
    name: `${pid} ${startTicks} ${command}\0${fileName}\0${known.data?.name}`,
    bytes,
    atMs: isByKernel ? known.countedAtMs : nowMs,
  };
}

/**
 * Of the whole file, where its size is known: a resumed download begins in its middle. TLS adds a
 * little to each byte, so a file is never more than whole.
 */
function progressOf(process: FtpProcess, known: Known, bytes: number): number | null {
  const { status, transfer } = process;
  if (status !== "downloading" || !transfer?.size) return null;
  const { size, offset = 0 } = transfer;
  const whole = Math.max(size + offset, findOpenFile(process, known)?.size ?? 0);
  const percent = ((whole - size + bytes) / whole) * 100;
  return Math.min(100, Math.floor(percent * 100) / 100);
}

function idleSecondsOf({ status, idleSeconds }: FtpProcess, { control }: Known): number | null {
  if (idleSeconds !== null || status !== "idle" || !control) return idleSeconds;
  return Math.floor(control.lastReceivedMs / 1000);
}

/** While the folder it is held in is still to be asked for, a client's view is no place on the server. */
function locationOf(
  { status, clientLocation }: FtpProcess,
  { details, root }: Known,
  isIncomplete: boolean,
): string | null {
  if (status === "connecting") return null;
  if (details) return details.cwd;
  if (clientLocation === null) return null;
  if (root === undefined) return isIncomplete ? null : clientLocation;
  if (root === "/") return clientLocation;
  return clientLocation === "/" ? root : `${root}${clientLocation}`;
}

function clientLocationOf(
  { status, clientLocation }: FtpProcess,
  { details }: Known,
): string | null {
  if (status === "connecting" || !details) return clientLocation;
  return isBelow(details.cwd, details.root)
    ? `/${details.cwd.slice(details.root.length).replace(/^\//, "")}`
    : clientLocation;
}

/** A chroot is the home of who is held in it. Else /etc/passwd is believed where the session is there. */
function homeOf(
  { user, status }: FtpProcess,
  { details, root }: Known,
  homes: ReadonlyMap<string, string> | undefined,
): string | null {
  if (status === "connecting" || root === undefined) return null;
  if (root !== "/") return root;
  const home = homes?.get(user ?? "");
  return home !== undefined && details && isBelow(details.cwd, home) ? home : null;
}

function isBelow(path: string, folder: string): boolean {
  return folder === "/" || path === folder || path.startsWith(`${folder}/`);
}

/** An IPv4 client of a socket for both (RFC 4291, 2.5.5.2) is an IPv4 client. */
function toPlainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

function secondsBetween(startMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - startMs) / 1000));
}
