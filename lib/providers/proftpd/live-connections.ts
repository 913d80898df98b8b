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

/**
 * Keeps of what ftpwho lists the connections whose process lives, and adds when it started. A start
 * is asked for once, when a process is first seen; should its pid be another's by then, the start
 * compared at the moment of a signal does not match, and nothing is done.
 */
export function createLiveness() {
  let known = new Map<string, number>();
  let bootMs = 0;
  let renewAtMs = Number.NEGATIVE_INFINITY;

  return {
    async keepLive(connected: Connected, askForStarts: AskForStarts): Promise<LiveConnections> {
      const { children, uptimeMs } = connected;
      const isStale = uptimeMs >= renewAtMs || uptimeMs < renewAtMs - rememberedMs;
      if (isStale || !children) known.clear();
      const listed = connected.connections.filter(({ pid }) => !children || children.has(pid));
      const strangers = listed.filter((connection) => !known.has(keyOf(connection)));
      const pids = [...strangers.map(({ pid }) => pid), ...(children ? [] : daemonPids(connected))];
      if (pids.length > 0) {
        const starts = await askForStarts(pids);
        if (isStale) renewAtMs = uptimeMs + rememberedMs;
        bootMs = starts.bootMs;
        learn(strangers, starts);
        if (known.size === 0) assertDaemonRuns(connected, starts);
      }
      const connections = listed.flatMap((connection) => {
        const startTicks = known.get(keyOf(connection));
        return startTicks === undefined ? [] : [{ ...connection, startTicks }];
      });
      known = new Map(connections.map((live) => [keyOf(live), live.startTicks]));
      return { connections, nowMs: bootMs + uptimeMs };
    },

    forget: () => known.clear(),
  };

  function learn(strangers: readonly Connection[], starts: ProcessStarts): void {
    for (const connection of strangers) {
      const ticks = starts.ticks.get(connection.pid);
      const isIts = ticks !== undefined && startedThen(ticks, connection, starts);
      if (isIts) known.set(keyOf(connection), ticks);
    }
  }
}

/** None in inetd mode, where a super-server starts a process for each session. */
function daemonPids({ daemonPid }: Connected): readonly number[] {
  return daemonPid ? [daemonPid] : [];
}

/** A daemon that was killed leaves its scoreboard behind, and whatever it says is no list of anybody. */
function assertDaemonRuns(connected: Connected, { ticks }: ProcessStarts): void {
  for (const pid of connected.children ? [] : daemonPids(connected)) {
    if (ticks.has(pid)) continue;
    throw new SourceError(
      "unreachable",
      `its daemon (pid ${pid}) is not running any more, or this account may not see it`,
    );
  }
}

const msPerTick = 10;
const toleranceMs = 3000;

/** An entry whose process ended stays behind, and its pid may be another session's by now. */
function startedThen(ticks: number, connection: Connection, { bootMs }: ProcessStarts): boolean {
  const startedMs = bootMs + ticks * msPerTick;
  return Math.abs(startedMs - connection.connected_since_ms) <= toleranceMs;
}

function keyOf({ pid, connected_since_ms }: Connection): string {
  return `${pid} ${connected_since_ms}`;
}
