import type { Details, DetailsQuestion } from "@/lib/providers/ftp/details-part";
import { parseProcesses } from "@/lib/providers/ftp/processes";
import type { Clock } from "@/lib/providers/linux/server-clock";
import type { CheckedPath } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import {
  type AllOfProftpd,
  askForAll,
  askForChanges,
  askForProcesses,
  parseAll,
  parseChanges,
} from "./ask-proftpd";
import { childTicksOf, findMissing, findNewcomers, type Memory, type Seen } from "./live-entries";
import { parseScoreboard, type Scoreboard } from "./parse-scoreboard";

export interface Reading {
  readonly path: string;
  /** Undefined when the scoreboard is not understood. */
  readonly listed: Scoreboard | undefined;
  readonly seen: Seen;
  readonly details: Details;
  /** Whether the next reading may ask for changes alone. */
  readonly hasChildren: boolean;
}

type ToClock = (seen: Clock) => Clock;

/** @throws SourceError when there is no scoreboard to read. */
export async function readAll(
  transport: Transport,
  { scoreboard, toClock }: { readonly scoreboard: CheckedPath | undefined; toClock: ToClock },
  question: DetailsQuestion,
  signal: AbortSignal,
): Promise<Reading> {
  const ask = async () => {
    const answer = parseAll(await transport.run(askForAll(scoreboard, question), signal));
    assertReadable(answer);
    const clock = toClock(answer.clock);
    return { ...answer, clock, board: parseScoreboard(answer.file, clock.nowMs) };
  };
  // A record may be half written just now, and the second time it is not.
  const first = await ask();
  const { board, processes, ...answer } = isWhole(first.board) ? first : await ask();
  return {
    ...answer,
    // A broken record of who lives would hide a session, so then another tool is asked.
    listed: board?.torn.some((pid) => processes.has(pid)) ? undefined : board,
    seen: {
      childTicks: childTicksOf(board?.daemonPid ?? 0, processes),
      processes,
      clock: answer.clock,
    },
  };
}

/** Undefined when what is remembered is not enough: the daemon is another one, or the file not whole. */
export async function readChanges(
  transport: Transport,
  { scoreboard, memory }: { readonly scoreboard: CheckedPath; readonly memory: Memory },
  question: DetailsQuestion,
  signal: AbortSignal,
): Promise<Reading | undefined> {
  const command = askForChanges(scoreboard, memory, question);
  const answer = parseChanges(await transport.run(command, signal));
  const { children, processes, details, file } = answer;
  const { bootMs, daemonPid, daemonTicks } = memory;
  const clock = { bootMs, nowMs: bootMs + answer.uptimeMs };
  const board = parseScoreboard(file, clock.nowMs, memory.board);
  const isSame = processes.get(daemonPid)?.startTicks === daemonTicks;
  if (!isSame || !isWhole(board) || board.daemonPid !== daemonPid) return undefined;

  const childTicks = new Map(memory.childTicks);
  const present = new Set(children);
  for (const pid of memory.childTicks.keys()) if (!present.has(pid)) childTicks.delete(pid);
  const newcomers = findNewcomers(children, board.entries, memory);
  const missing = findMissing(present, board.entries, memory);
  if (newcomers.length + missing.length > 0) {
    const whoLives = askForProcesses([...newcomers, ...missing]);
    const { stdout } = await transport.run(whoLives, signal);
    const started = parseProcesses(Buffer.from(stdout).toString("latin1"));
    for (const pid of newcomers) childTicks.delete(pid);
    for (const { pid, startTicks } of started.values()) {
      const isChild = present.has(pid) || memory.childTicks.get(pid) === startTicks;
      if (isChild) childTicks.set(pid, startTicks);
    }
  }
  return {
    path: scoreboard,
    listed: board,
    seen: { childTicks, processes, clock },
    details,
    hasChildren: true,
  };
}

function isWhole(board: Scoreboard | undefined): board is Scoreboard {
  return board?.torn.length === 0;
}

function assertReadable({ state, path, file }: AllOfProftpd): void {
  if (state === "unreadable") {
    throw new SourceError("refused", reason("mayNotRead", { path }));
  }
  if (state === "missing" || file.length === 0) {
    const why = reason(state === "missing" ? "isMissing" : "isEmpty", { path });
    throw new SourceError("unreachable", reason("notRunningFor", { software: "ProFTPD", why }));
  }
}
