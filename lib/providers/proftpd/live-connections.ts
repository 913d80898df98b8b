import { SourceError } from "@/lib/sessions/source-error";
import type { ProcessStarts } from "./process-starts";
import type { Connected, Connection } from "./who-is-connected";

export interface LiveConnection extends Connection {
  /** Start of its process, in clock ticks since boot. */
  readonly startTicks: number;
}

export interface LiveConnections {
  readonly connections: readonly LiveConnection[];
  /** The server's clock, ms since 1970. */
  readonly nowMs: number;
}

type AskForStarts = (pids: readonly number[]) => Promise<ProcessStarts>;

/** After this the starts of all processes are asked for anew, and the server's clock with them. */
const rememberedMs = 60_000;

interface Memory {
  readonly live: ReadonlyMap<string, LiveConnection>;
  readonly bootMs: number;
  readonly renewAtMs: number;
}

const nothing: Memory = { live: new Map(), bootMs: 0, renewAtMs: Number.NEGATIVE_INFINITY };

/**
 * Adds to what ftpwho lists when each process started, and leaves out whose process is gone. A start
 * is asked for once, when a process is first seen, and again when its entry vanishes: a daemon that
 * starts anew forgets sessions that live on.
 */
export function createLiveness() {
  let memory = nothing;

  return async (connected: Connected, askForStarts: AskForStarts): Promise<LiveConnections> => {
    // Two looks may run at once: each works on what it found, and the later one is remembered.
    const before = memory;
    const { children, uptimeMs, daemonPid } = connected;
    const isStale = uptimeMs >= before.renewAtMs || uptimeMs < before.renewAtMs - rememberedMs;
    const listed = newestOfEachPid(connected.connections).filter(
      ({ pid }) => !children || children.has(pid),
    );
    const keys = new Set(listed.map(keyOf));
    const vanished = [...before.live].filter(([key]) => !keys.has(key)).map(([, live]) => live);
    const isKnown = (connection: Connection) =>
      !isStale && children !== undefined && before.live.has(keyOf(connection));
    const asked = [...listed.filter((connection) => !isKnown(connection)), ...vanished];
    const pids = [...asked.map(({ pid }) => pid), ...(children || !daemonPid ? [] : [daemonPid])];

    const starts = pids.length > 0 ? await askForStarts(pids) : undefined;
    const bootMs = starts?.bootMs ?? before.bootMs;
    const connections = [
      ...listed.flatMap((connection) => {
        const known = isKnown(connection) ? before.live.get(keyOf(connection)) : undefined;
        const startTicks = known?.startTicks ?? startOf(connection, connected, starts);
        return startTicks === undefined ? [] : [{ ...connection, startTicks }];
      }),
      ...vanished.filter(({ pid, startTicks }) => starts?.ticks.get(pid) === startTicks),
    ];
    if (starts && connections.length === 0) assertDaemonRuns(connected, starts);
    const renewAtMs = isStale && starts ? uptimeMs + rememberedMs : before.renewAtMs;
    memory = { live: new Map(connections.map((live) => [keyOf(live), live])), bootMs, renewAtMs };
    return { connections, nowMs: bootMs + uptimeMs };
  };
}

/** An entry that was left behind has the pid of a later session when the pid was used again. */
function newestOfEachPid(connections: readonly Connection[]): readonly Connection[] {
  const newest = new Map<number, Connection>();
  for (const connection of connections) {
    const other = newest.get(connection.pid);
    if (!other || other.connected_since_ms < connection.connected_since_ms) {
      newest.set(connection.pid, connection);
    }
  }
  return [...newest.values()];
}

const msPerTick = 10;
const toleranceMs = 3000;

/** Undefined when the process is gone or, as far as its start tells, another one by now. */
function startOf(
  { pid, connected_since_ms }: Connection,
  { children }: Connected,
  starts: ProcessStarts | undefined,
): number | undefined {
  const ticks = starts?.ticks.get(pid);
  if (!starts || ticks === undefined) return undefined;
  // The daemon vouches for its child; a clock that was set meanwhile does not unsay that.
  if (children?.has(pid)) return ticks;
  const startedMs = starts.bootMs + ticks * msPerTick;
  return Math.abs(startedMs - connected_since_ms) <= toleranceMs ? ticks : undefined;
}

/** A daemon that was killed leaves its scoreboard behind, and whatever that says is no list of anybody. */
function assertDaemonRuns({ children, daemonPid }: Connected, { ticks }: ProcessStarts): void {
  if (children || !daemonPid || ticks.has(daemonPid)) return;
  throw new SourceError("unreachable", `its daemon (pid ${daemonPid}) is not running any more`);
}

function keyOf({ pid, connected_since_ms }: Connection): string {
  return `${pid} ${connected_since_ms}`;
}
