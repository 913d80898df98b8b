import type { FtpProcess, Transfer } from "@/lib/providers/ftp/ftp-process";
import { decode } from "@/lib/providers/ftp/process-details";
import { clientOf, type SocketsByPid } from "@/lib/providers/ftp/sockets";
import { type Completion, isTransfer } from "@/lib/providers/ftp/to-ftp-sessions";
import { msPerTick } from "@/lib/providers/linux/server-clock";
import type { FtpStatus } from "@/lib/sessions/session";
import type { DaemonProcess } from "./daemon-processes";
import type { Entry } from "./parse-plist";

/** What pure-ftpwho says of a session, and since when its process runs. */
export function toFtpProcess(entry: Entry, process: DaemonProcess, bootMs: number): FtpProcess {
  const isLoggedIn = entry.account !== notLoggedIn;
  const status = isLoggedIn ? statuses[entry.state] : "connecting";
  return {
    ...toUnknownProcess(process, bootMs),
    user: isLoggedIn ? decode(Buffer.from(entry.account, "latin1")) : null,
    remoteAddress: entry.host,
    status,
    fileName: entry.file === "" ? null : decode(Buffer.from(entry.file, "latin1")),
    userBytes: Buffer.from(`${entry.account}\0`, "latin1"),
    controlPort: entry.localport,
    transfer: toTransfer(entry, status),
  };
}

/** What is known of a session that pure-ftpwho says nothing about. */
export function toUnknownProcess(
  process: DaemonProcess,
  bootMs: number,
  sockets?: SocketsByPid,
): FtpProcess {
  const { pid, startTicks } = process;
  const status = statusOf(process);
  // Its first connection is the one it was started for.
  const [control] = (sockets?.get(pid) ?? []).toSorted((one, other) => one.fd - other.fd);
  return {
    pid,
    startTicks,
    pids: [pid],
    user: null,
    remoteAddress: null,
    startedAt: new Date(bootMs + startTicks * msPerTick),
    idleSeconds: null,
    status,
    command: null,
    virtualHost: null,
    clientLocation: null,
    fileName: null,
    protocol: null,
    userBytes: new Uint8Array(),
    controlPort: control?.localPort ?? null,
    transfer: isTransfer(status) ? { bytes: null, size: null } : null,
  };
}

/** Who pure-ftpwho says nothing about has a client nevertheless, where the account may see connections. */
export const addClients: Completion = (found) =>
  found.map(({ process, known }) => {
    const remoteAddress = process.remoteAddress ?? (known.control ? clientOf(known.control) : null);
    return { process: { ...process, remoteAddress }, known };
  });

function statusOf({ title, isRoot }: DaemonProcess): FtpStatus {
  if (title === "DOWNLOAD") return "downloading";
  if (title === "UPLOAD") return "uploading";
  return isRoot ? "connecting" : "idle";
}

const notLoggedIn = "?";

/** A listing, a rename or the wait for a data connection is `IDLE` too. */
const statuses = {
  IDLE: "idle",
  " DL ": "downloading",
  " UL ": "uploading",
  "ERR!": "working",
} as const;

function toTransfer(entry: Entry, status: FtpStatus): Transfer | null {
  if (!isTransfer(status)) return null;
  const { resume, current_size, total_size } = entry;
  return {
    bytes: Math.max(0, current_size - resume),
    size: total_size ? total_size - resume : null,
    offset: resume,
  };
}
