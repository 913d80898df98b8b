import type { Process } from "@/lib/providers/ftp/processes";
import { type Clock, msPerTick } from "@/lib/providers/linux/server-clock";
import type { Entry } from "./entry";
import type { Scoreboard } from "./parse-scoreboard";

/** A session whose process lives. */
export interface LiveEntry {
  readonly pid: number;
  readonly startTicks: number;
  /** Undefined where the daemon has a child that it keeps no entry of. */
  readonly entry: Entry | undefined;
}

/** What one look leaves to the next one. */
export interface Memory {
  /** 0 when none is known to run. */
  readonly daemonPid: number;
  readonly daemonTicks: number;
  /** Starts of the processes of its sessions. */
  readonly childTicks: ReadonlyMap<number, number>;
  readonly live: ReadonlyMap<number, LiveEntry>;
  /** Process id by slot of the entries whose process had ended. */
  readonly ended: ReadonlyMap<number, number>;
  /** Process ids of sessions that are no children of the daemon: left over from the one before. */
  readonly others: readonly number[];
  readonly bootMs: number;
  readonly board: Scoreboard | undefined;
}

export const nothing: Memory = {
  daemonPid: 0,
  daemonTicks: 0,
  childTicks: new Map(),
  live: new Map(),
  ended: new Map(),
  others: [],
  bootMs: 0,
  board: undefined,
};

export interface Listed {
  /** As the daemon wrote it down; 0 under inetd. */
  readonly daemonPid: number;
  readonly entries: readonly Entry[];
}

/** The processes of the server, as far as they are known. */
export interface Seen {
  /** Starts of the daemon's children, for which it vouches; empty where none runs. */
  readonly childTicks: ReadonlyMap<number, number>;
  /** All, or the daemon and those that are not its children. */
  readonly processes: ReadonlyMap<number, Process>;
  readonly clock: Clock;
}

export interface Live {
  readonly live: readonly LiveEntry[];
  /** Entries whose process has ended. */
  readonly ended: readonly Entry[];
}

/** None under inetd, where the pid is 0. */
export function childTicksOf(
  daemonPid: number,
  processes: ReadonlyMap<number, Process>,
): ReadonlyMap<number, number> {
  const children = [...processes.values()].filter(({ parent }) => parent === daemonPid);
  return new Map(daemonPid > 0 ? children.map(({ pid, startTicks }) => [pid, startTicks]) : []);
}

/** Joins what the daemon lists with the processes that live. */
export function findLive(
  { daemonPid, entries }: Listed,
  seen: Seen,
  { live: before, ended }: Pick<Memory, "live" | "ended">,
): Live {
  const sessions = entries.filter(({ pid }) => pid !== daemonPid);
  const listed = newestOfEachPid(sessions, ended);
  const found = [...listed.values()].flatMap((entry) => {
    const startTicks = findStart(entry, seen, before);
    return startTicks === undefined ? [] : [{ pid: entry.pid, startTicks, entry }];
  });
  const live = [...found, ...findUnlisted(listed, seen, before)];
  const alive = new Set(found.map(({ entry }) => entry));
  return { live, ended: sessions.filter((entry) => !alive.has(entry)) };
}

/** Children of which it is to be asked when they started: newcomers, maybe with the pid of who was here before. */
export function findNewcomers(
  children: readonly number[],
  entries: readonly Entry[],
  { childTicks, live, ended }: Memory,
): readonly number[] {
  const newest = newestOfEachPid(entries, ended);
  return children.filter((pid) => {
    const { beganMs = 0 } = newest.get(pid) ?? {};
    return !childTicks.has(pid) || beganMs > (live.get(pid)?.entry?.beganMs ?? 0);
  });
}

/**
 * Known children that the daemon still lists, and the kernel does not: while others end, it may leave
 * out one that lives (proc(5): /proc/PID/task/TID/children).
 */
export function findMissing(
  children: ReadonlySet<number>,
  entries: readonly Entry[],
  { childTicks }: Pick<Memory, "childTicks">,
): readonly number[] {
  const pids = new Set(entries.map(({ pid }) => pid));
  return [...pids].filter((pid) => childTicks.has(pid) && !children.has(pid));
}

/**
 * An entry that was left behind has the pid of a later session when the pid was used again. Within
 * one second the later one is the one that was not seen ended before.
 */
function newestOfEachPid(
  entries: readonly Entry[],
  ended: Memory["ended"],
): ReadonlyMap<number, Entry> {
  const newest = new Map<number, Entry>();
  for (const entry of entries) {
    const other = newest.get(entry.pid);
    const isLater = !other || other.beganMs < entry.beganMs;
    const isNext = other?.beganMs === entry.beganMs && ended.get(other.slot) === other.pid;
    if (isLater || isNext) newest.set(entry.pid, entry);
  }
  return newest;
}

const toleranceMs = 3000;
/** A session has its entry long before this; without one it may just have been forked. */
const newbornMs = 2000;

/** Undefined when the process is gone or, as far as its start tells, another one by now. */
function findStart(
  { pid, beganMs }: Entry,
  { childTicks, processes, clock }: Seen,
  before: Memory["live"],
): number | undefined {
  const ofChild = childTicks.get(pid);
  const ticks = ofChild ?? processes.get(pid)?.startTicks;
  if (ticks === undefined) return undefined;
  const startedMs = clock.bootMs + ticks * msPerTick;
  if (Math.abs(startedMs - beganMs) <= toleranceMs) return ticks;
  // The daemon vouches for its child, unless that may have no entry yet; and who was known stays
  // known. A clock that was set meanwhile does not unsay that.
  if (ofChild !== undefined && clock.nowMs - startedMs >= newbornMs) return ticks;
  const known = before.get(pid);
  return known?.startTicks === ticks && known.entry?.beganMs === beganMs ? ticks : undefined;
}

/** A daemon that starts anew forgets sessions that live on, and in a rush one of its own (ProFTPD issue 1700). */
function findUnlisted(
  listed: ReadonlyMap<number, Entry>,
  { childTicks, processes, clock }: Seen,
  before: Memory["live"],
): readonly LiveEntry[] {
  const isOld = (ticks: number) => clock.nowMs - clock.bootMs - ticks * msPerTick >= newbornMs;
  const startOf = (pid: number) => childTicks.get(pid) ?? processes.get(pid)?.startTicks;
  const forgotten = [...before.values()].filter(
    ({ pid, startTicks }) => !listed.has(pid) && startOf(pid) === startTicks,
  );
  const known = new Set(forgotten.map(({ pid }) => pid));
  const unknown = [...childTicks].filter(
    ([pid, ticks]) => !listed.has(pid) && !known.has(pid) && isOld(ticks),
  );
  return [
    ...forgotten.map((one) => ({ ...one, entry: one.entry && { ...one.entry, bytes: null } })),
    ...unknown.map(([pid, startTicks]) => ({ pid, startTicks, entry: undefined })),
  ];
}
