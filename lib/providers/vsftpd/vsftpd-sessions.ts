import type { VsftpdProcess } from "./vsftpd-processes";

/** The processes of one client: a parent, one that does what the client asks, with TLS one that encrypts. */
export interface VsftpdSession {
  /** The one that knows the most about the session. */
  readonly worker: VsftpdProcess;
  /** The one that was there first, as long as it lives. */
  readonly parent: VsftpdProcess;
  readonly processes: readonly VsftpdProcess[];
  /** Whoever started it is gone. */
  readonly isLeftAlone: boolean;
}

export interface VsftpdServer {
  readonly daemons: readonly VsftpdProcess[];
  readonly sessions: readonly VsftpdSession[];
}

/** A session is a process group, under inetd too. It stays one when its first process is gone. */
export function toServer(processes: readonly VsftpdProcess[]): VsftpdServer {
  const daemons = processes.filter((process) => isDaemon(process, processes));
  const groups = new Map<number, VsftpdProcess[]>();
  for (const process of processes) {
    if (daemons.includes(process)) continue;
    groups.set(process.group, [...(groups.get(process.group) ?? []), process]);
  }
  return { daemons, sessions: [...groups.values()].flatMap(toSession) };
}

const initPid = 1;

/** Where titles are off, the daemon is the one whose children lead groups of their own, or that has none. */
function isDaemon(process: VsftpdProcess, all: readonly VsftpdProcess[]): boolean {
  const { title, pid, group, parent } = process;
  if (title) return title.role === "listener";
  if (all.some((other) => other.pid === parent)) return false;
  const children = all.filter((other) => other.parent === pid);
  if (children.length > 0) return children.some((child) => child.group === child.pid);
  return pid === group || parent !== initPid;
}

function toSession(processes: readonly VsftpdProcess[]): readonly VsftpdSession[] {
  const worker = processes.toSorted(byStory).at(-1);
  if (!worker) return [];
  const parent = processes.find(({ pid, group }) => pid === group) ?? worker;
  return [{ worker, parent, processes, isLeftAlone: parent.parent === initPid }];
}

/** The younger of two with the same story is the one that works as the user. */
function byStory(one: VsftpdProcess, other: VsftpdProcess): number {
  return rank(one) - rank(other) || one.startTicks - other.startTicks || one.pid - other.pid;
}

function rank({ title }: VsftpdProcess): number {
  return title ? ["ssl-handler", "connected", "not-logged-in", "logged-in"].indexOf(title.role) : 0;
}
