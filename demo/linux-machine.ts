import type { FtpGuest, FtpLife } from "./ftp-life";

/** A Linux server with one FTP daemon, as far as Rollcall looks at it. */
export interface LinuxMachine {
  readonly daemon: "proftpd" | "pure-ftpd";
  readonly daemonPid: number;
  /** Where its clients see it. */
  readonly address: string;
  readonly bootedAtMs: number;
  readonly life: FtpLife;
  nowMs(): number;
}

/** The account that Rollcall logs in to. */
export const account = { name: "rollcall", uid: 998 } as const;

const msPerTick = 10;

/** As the kernel counts, from the boot (proc(5), USER_HZ). */
export function toTicks({ bootedAtMs }: LinuxMachine, atMs: number): number {
  return Math.floor((atMs - bootedAtMs) / msPerTick);
}

/** What `clockPart` of a look prints. */
export function printClock(machine: LinuxMachine): string {
  const nowMs = machine.nowMs();
  return `${printUptime(machine)}rollcall-now ${(nowMs / 1000).toFixed(9)}\n`;
}

export function printUptime(machine: LinuxMachine): string {
  return `rollcall-uptime ${toTicks(machine, machine.nowMs())}\n`;
}

interface PrintedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly startedAtMs: number;
}

/** The daemon, which was started with the machine, and one process a session. */
export function listProcesses(machine: LinuxMachine): readonly PrintedProcess[] {
  const { daemonPid, bootedAtMs, life } = machine;
  const daemon = { pid: daemonPid, parent: 1, group: daemonPid, startedAtMs: bootedAtMs + 9_000 };
  return [
    daemon,
    ...life.guests.map(({ pid, startedAtMs }) => {
      return { pid, parent: daemonPid, group: daemonPid, startedAtMs };
    }),
  ];
}

/** A line of /proc/PID/stat (proc(5)). */
export function printStat(machine: LinuxMachine, process: PrintedProcess): string {
  const { pid, parent, group, startedAtMs } = process;
  const between = "0 -1 4194624 0 0 0 0 0 0 0 0 20 0 1 0";
  const start = toTicks(machine, startedAtMs);
  return `${pid} (${machine.daemon}) S ${parent} ${group} ${group} ${between} ${start} 14491648\n`;
}

/** Real path of the folder somebody is in. */
export function placeOf({ account: { home }, folder }: FtpGuest): string {
  return folder === "/" ? home : `${home}${folder}`;
}

/** How the title of a session's process begins, or what Pure-FTPd keeps of its account, for `rollcall-end`. */
export function userBytesOf({ daemon }: LinuxMachine, guest: FtpGuest): Buffer {
  const isLoggedIn = guest.doing.kind !== "connecting";
  const { login } = guest.account;
  if (daemon === "pure-ftpd") return Buffer.from(`${isLoggedIn ? login : "?"}\0`);
  return Buffer.from(isLoggedIn ? `proftpd: ${login} - ` : "");
}
