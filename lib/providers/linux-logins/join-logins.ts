import { msPerTick } from "@/lib/providers/linux/server-clock";
import type { Login } from "./login";
import type { LogindSession } from "./parse-logind";
import { ancestorsOf, type Process, type Processes } from "./parse-processes";
import type { Terminal } from "./parse-terminals";
import type { UtmpLogin } from "./parse-utmp";

/** What one look at a machine brought back. */
export interface Seen {
  /** Undefined where there is no logind. */
  readonly sessions: readonly LogindSession[] | undefined;
  readonly records: readonly UtmpLogin[];
  readonly processes: Processes;
  readonly terminals: readonly Terminal[];
  /** Owners of the processes, by pid. */
  readonly owners: ReadonlyMap<number, number>;
  /** Processes of which logind or a service manager of a user takes care. */
  readonly managed: ReadonlySet<number>;
  /** The shell that asks. */
  readonly self: number;
  readonly bootMs: number;
}

/** Everyone whose login lives. What logind does not know, such as a login of an sshd without PAM, is in utmp. */
export function joinLogins(seen: Seen): readonly Login[] {
  const byDevice = new Map(seen.terminals.map((terminal) => [terminal.device, terminal]));
  const byName = new Map(seen.terminals.map((terminal) => [terminal.name, terminal]));
  const leaders = [...seen.processes.values()]
    .filter(({ pid, sessionLeader, terminal }) => pid === sessionLeader && terminal !== 0)
    .sort((one, other) => one.startTicks - other.startTicks);
  const known = toLogindLogins(seen, leaders, { byDevice, byName });
  const unknown = toUtmpLogins(seen, byName, new Map(leaders.map((each) => [each.terminal, each])));
  const logins = [...unknown, ...known].map((login) => [login.pid, login] as const);
  return [...new Map(logins).values()];
}

interface Terminals {
  readonly byDevice: ReadonlyMap<number, Terminal>;
  readonly byName: ReadonlyMap<string, Terminal>;
}

function toLogindLogins(
  seen: Seen,
  leaders: readonly Process[],
  { byDevice, byName }: Terminals,
): readonly Login[] {
  const sessions = seen.sessions ?? [];
  const isLeader = new Set(sessions.map(({ leader }) => leader));
  const terminalOf = new Map<number, Terminal>();
  for (const { pid, terminal } of leaders) {
    const above = ancestorsOf(pid, seen.processes).find((each) => isLeader.has(each));
    const found = byDevice.get(terminal);
    // The first one that was opened: sudo and script(1) open more.
    if (above !== undefined && found && !terminalOf.has(above)) terminalOf.set(above, found);
  }
  const own = new Set(ancestorsOf(seen.self, seen.processes));
  return sessions.flatMap((session) => {
    const { leader } = session;
    const process = seen.processes.get(leader);
    // Whose leader is gone has logged out; what goes on in the session are jobs left behind.
    if (!process) return [];
    const terminal = byName.get(session.terminal) ?? terminalOf.get(leader);
    const name = terminal?.name || session.terminal || session.display || null;
    // The connection that Rollcall itself asks through.
    if (own.has(leader) && name === null) return [];
    return [toLogin(session, process, { terminal, name })];
  });
}

function toLogin(
  session: LogindSession,
  { pid, startTicks }: Process,
  { terminal, name }: { readonly terminal: Terminal | undefined; readonly name: string | null },
): Login {
  return {
    logindId: session.id,
    user: session.user,
    uid: session.uid,
    pid,
    startTicks,
    terminal: name,
    host: session.remoteHost || null,
    address: null,
    startedAtMs: session.loggedInAtMs,
    lastUsedAtMs: terminal ? terminal.usedAtSeconds * 1000 : session.idleSinceMs,
    state: session.state,
    isOfPerson: session.isOfPerson,
  };
}

function toUtmpLogins(
  seen: Seen,
  byName: Terminals["byName"],
  leaderOn: ReadonlyMap<number, Process>,
): readonly Login[] {
  const sessionLeaders = new Set(seen.sessions?.map(({ leader }) => leader));
  return seen.records.flatMap((record): readonly Login[] => {
    const terminal = byName.get(record.line);
    const process = terminal
      ? findOnTerminal(record, leaderOn.get(terminal.device), seen)
      : findWithoutTerminal(record, seen);
    const uid = process && seen.owners.get(process.pid);
    if (!process || uid === undefined) return [];
    const above = ancestorsOf(process.pid, seen.processes);
    const isKnown = seen.managed.has(process.pid) || above.some((each) => sessionLeaders.has(each));
    if (seen.sessions && isKnown) return [];
    return [
      {
        logindId: null,
        user: record.user,
        uid,
        pid: process.pid,
        startTicks: process.startTicks,
        terminal: record.line || null,
        host: record.host || null,
        address: record.address,
        startedAtMs: record.loggedInAtMs,
        lastUsedAtMs: terminal ? terminal.usedAtSeconds * 1000 : null,
        state: "USER_PROCESS",
        isOfPerson: true,
      },
    ];
  });
}

/**
 * The shell there. For a user other than root, sshd writes its own monitor to the record, one for all
 * terminals of a connection; the shell is one terminal's. A stale record's process is not above it.
 */
function findOnTerminal(
  record: UtmpLogin,
  shell: Process | undefined,
  { processes }: Seen,
): Process | undefined {
  if (!shell || record.pid <= 1) return undefined;
  return ancestorsOf(shell.pid, processes).includes(record.pid) ? shell : undefined;
}

/** Who has the pid since later than the record was written is somebody else. */
function findWithoutTerminal(record: UtmpLogin, { processes, bootMs }: Seen): Process | undefined {
  const process = processes.get(record.pid);
  if (!process || record.pid <= 1) return undefined;
  const startedAtMs = bootMs + process.startTicks * msPerTick;
  return startedAtMs <= record.loggedInAtMs + toleranceMs ? process : undefined;
}

const toleranceMs = 2000;
