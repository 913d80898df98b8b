import type { Details } from "@/lib/providers/ftp/details-part";
import type { FtpProcess } from "@/lib/providers/ftp/ftp-process";
import type { Socket } from "@/lib/providers/ftp/sockets";

/** An idle session of anna, on port 21 of her server. */
export const annasProcess: FtpProcess = {
  pid: 7,
  pids: [7],
  startTicks: 5678,
  userBytes: Buffer.from("proftpd: anna - "),
  user: "anna",
  remoteAddress: "192.0.2.9",
  startedAt: new Date(1_000_000),
  idleSeconds: null,
  status: "idle",
  command: null,
  virtualHost: null,
  clientLocation: "/",
  fileName: null,
  protocol: "ftp",
  controlPort: 21,
  transfer: null,
};

export const controlSocket: Socket = {
  localPort: 21,
  name: "192.0.2.1:21 192.0.2.9:40000",
  bytesAcked: 300,
  bytesWaiting: 0,
  bytesReceived: 60,
  lastReceivedMs: 4999,
  fd: 0,
};

export const dataSocket: Socket = {
  ...controlSocket,
  localPort: 30_000,
  name: "192.0.2.1:30000 192.0.2.9:40001",
  bytesAcked: 1000,
  bytesReceived: 500,
  fd: 8,
};

export const noDetails: Details = { processes: new Map(), sockets: undefined, rights: undefined };
