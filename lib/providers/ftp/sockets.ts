import type { FtpProcess } from "./ftp-process";

/** One end of an established TCP connection, as its kernel counts it. */
export interface Socket {
  readonly localPort: number;
  /** Names the connection as long as it lives: both ends with their ports. */
  readonly name: string;
  /** Bytes the other side has confirmed; what waits in the send buffer is not among them. */
  readonly bytesAcked: number;
  /** Bytes in the send buffer. */
  readonly bytesWaiting: number;
  readonly bytesReceived: number;
  readonly lastReceivedMs: number;
  /** Of the process that was asked about. */
  readonly fd: number;
}

export type SocketsByPid = ReadonlyMap<number, readonly Socket[]>;

/**
 * Lines of `ss -Htinp state established` (iproute2, ss(8)): one of the connection, and behind it its
 * counters, on one line or on one each.
 */
export function parseSockets(text: string): SocketsByPid {
  const sockets = new Map<number, Map<string, Socket>>();
  for (const part of text.split(/^(?=\d+ +\d+ )/m)) {
    const [, waiting, local, peer, users] = connection.exec(part) ?? [];
    if (users === undefined) continue;
    const localPort = Number(local?.slice(local.lastIndexOf(":") + 1));
    const socket = {
      localPort,
      name: `${local} ${peer}`,
      bytesAcked: toCount(part, "bytes_acked"),
      bytesWaiting: Number(waiting),
      bytesReceived: toCount(part, "bytes_received"),
      lastReceivedMs: toCount(part, "lastrcv"),
    };
    for (const [, pidText, fd] of users.matchAll(/\("[^"]*",pid=(\d+),fd=(\d+)\)/g)) {
      const pid = Number(pidText);
      const known = sockets.get(pid) ?? new Map<string, Socket>();
      // A process may hold the same connection twice, as its input and its output.
      if (!known.has(socket.name)) known.set(socket.name, { ...socket, fd: Number(fd) });
      sockets.set(pid, known);
    }
  }
  return new Map([...sockets].map(([pid, known]) => [pid, [...known.values()]]));
}

const connection = /^\d+ +(\d+) +(\S+:\d+) +(\S+:\d+) +users:\((\S+)\)/;

/** The kernel leaves out a counter that is still zero. */
function toCount(part: string, name: string): number {
  return Number(new RegExp(`^(?:\\s.*\\s)?${name}:(\\d+)`, "m").exec(part)?.[1] ?? 0);
}

/** Address of the other end, without port. */
export function clientOf({ name }: Socket): string | null {
  const [, client = ""] = name.split(" ");
  return client.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1") || null;
}

const lastStandardFd = 2;

/** The connection on which a client gives its orders. A daemon that does not say its port has it as standard input. */
export function isControl(socket: Socket, { controlPort }: Pick<FtpProcess, "controlPort">) {
  return controlPort === null ? socket.fd <= lastStandardFd : socket.localPort === controlPort;
}
