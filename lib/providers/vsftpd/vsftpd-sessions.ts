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

/**
 * A session is a process group, under inetd too. It stays one when its first process is gone. Any
 * account can call a process vsftpd and give it a title, so only what root must have started counts.
 */
export function toServer(found: readonly VsftpdProcess[]): VsftpdServer {
  const processes = found.filter(({ isGenuine }) => isGenuine !== false);
  const daemons = processes.filter((process) => isDaemon(process, processes));
  const groups = new Map<number, VsftpdProcess[]>();
  for (const process of processes) {
    if (daemons.includes(process) || process.title?.role === "listener") continue;
    groups.set(process.group, [...(groups.get(process.group) ?? []), process]);
  }
  const proven = [...groups.values()].filter((group) => isProven(group, daemons));
  return { daemons, sessions: proven.flatMap(toSession) };
}

/** One account alone cannot start processes of two, nor be a child of root's daemon. */
function isProven(group: readonly VsftpdProcess[], daemons: readonly VsftpdProcess[]): boolean {
  const uids = new Set(group.flatMap(({ uid }) => uid ?? []));
  if (uids.has(rootUid) || uids.size > 1) return true;
  if (group.some(({ parent }) => daemons.some(({ pid }) => pid === parent))) return true;
  // A transfer that goes on alone: only the binary speaks for it.
  return group.every(({ pid, group: leader, isGenuine }) => pid !== leader && isGenuine);
}

const rootUid = 0;

const initPid = 1;

/** Where titles are off, the daemon is the one whose children lead groups of their own, or that has none. */
function isDaemon(process: VsftpdProcess, all: readonly VsftpdProcess[]): boolean {
  const { title, pid, group, parent, uid } = process;
  if (uid !== rootUid) return false;
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
