type HostState = "active" | "disconnected" | "connected" | "listening";

/** Times are milliseconds since 1970; an absent one is not known to the host either. */
export interface HostSession {
  readonly id: number;
  name: string | null;
  readonly user: string | null;
  state: HostState;
  /** As printed; null prints the word for "none". Counts only while `inputAt` is absent. */
  idle: string | null;
  /** As `query user` prints it. */
  readonly logon: string;
  readonly domain?: string;
  readonly client?: string;
  readonly address?: string;
  readonly logonAt?: number;
  connectAt?: number;
  disconnectAt?: number;
  inputAt?: number;
}

export interface SignIn {
  /** `console` takes the place of the console at which nobody is signed in. */
  readonly name?: string;
  /** As `query user` prints it; without it, `logonAt` in the words of the host's language. */
  readonly logon?: string;
  readonly logonAt?: number;
  readonly domain?: string;
  readonly client?: string;
  readonly address?: string;
  readonly inputAt?: number;
}

interface SignInPlace {
  readonly sessions: HostSession[];
  readonly language: { readonly printLogon: (at: Date) => string };
  readonly behaviour: { nextId: number | null };
}

const minuteMs = 60_000;
const usualLogonAt = Date.UTC(2018, 6, 26, 19, 29);

/** Signs somebody in over RDP with the lowest id that is free, as Windows may, or with `nextId`. */
export function signIn(host: SignInPlace, user: string, options: SignIn): HostSession {
  const { sessions, language, behaviour } = host;
  const { logon, name, logonAt = logon === undefined ? usualLogonAt : readLogon(logon) } = options;
  if (name === "console") removeEmptyConsole(sessions);
  const id = behaviour.nextId ?? findFreeId(sessions);
  behaviour.nextId = null;
  const session: HostSession = {
    idle: ".",
    domain: "TS01",
    client: `PC-${id}`,
    address: `192.0.2.${id % 256}`,
    ...options,
    id,
    name: name ?? `rdp-tcp#${id}`,
    user,
    state: "active",
    logon: logon ?? (logonAt === undefined ? "" : language.printLogon(new Date(logonAt))),
    ...(logonAt === undefined ? {} : { logonAt, connectAt: logonAt }),
  };
  addSession(sessions, session);
  return session;
}

/** The console itself never goes: once its user has left, another waits there. */
export function removeSession(sessions: HostSession[], session: HostSession): void {
  const at = sessions.indexOf(session);
  if (at < 0) return;
  sessions.splice(at, 1);
  if (session.name === "console") addSession(sessions, emptyConsole(findFreeId(sessions)));
}

/** The session stays, without a name and without a client. */
export function disconnectSession(session: HostSession, atMs = Date.now()): void {
  Object.assign(session, { name: null, state: "disconnected", disconnectAt: atMs });
}

/** The same session is attached again, under a connection name that was not used before. */
export function reconnectSession(
  sessions: readonly HostSession[],
  session: HostSession,
  connectAt = Date.now(),
): void {
  const numbers = sessions.map(({ id, name }) => Math.max(id, Number(name?.split("#")[1] ?? 0)));
  const highest = Math.max(...numbers.filter((number) => number < firstListenerId));
  Object.assign(session, { name: `rdp-tcp#${highest + 1}`, state: "active", connectAt });
}

export const firstListenerId = 65_536;

/** What every Windows has when nobody is signed in. */
export function quietSessions(): HostSession[] {
  const nobody = { user: null, idle: null, logon: "" };
  return [
    { id: 0, name: "services", state: "disconnected", ...nobody },
    emptyConsole(1),
    { id: 65_536, name: "31c5ce94259d4006a9e4", state: "listening", ...nobody },
    { id: 65_537, name: "rdp-tcp", state: "listening", ...nobody },
  ];
}

/** How long nobody used it; undefined where the host does not know. */
export function idleMinutesOf(session: HostSession, nowMs: number) {
  const { idle, inputAt, disconnectAt, state } = session;
  if (inputAt !== undefined) {
    const usedAt = state === "disconnected" ? Math.max(inputAt, disconnectAt ?? 0) : inputAt;
    return Math.max(0, Math.floor((nowMs - usedAt) / minuteMs));
  }
  if (idle === ".") return 0;
  const [, days, hours, minutes] = /^(?:(?:(\d+)\+)?(\d+):)?(\d+)$/.exec(idle ?? "") ?? [];
  if (minutes === undefined) return undefined;
  return (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes);
}

function emptyConsole(id: number): HostSession {
  return { id, name: "console", state: "connected", user: null, idle: null, logon: "" };
}

function removeEmptyConsole(sessions: HostSession[]): void {
  const at = sessions.findIndex(({ name, user }) => name === "console" && user === null);
  if (at >= 0) sessions.splice(at, 1);
}

function addSession(sessions: HostSession[], session: HostSession): void {
  sessions.push(session);
  sessions.sort((one, other) => one.id - other.id);
}

function findFreeId(sessions: readonly HostSession[]): number {
  const used = new Set(sessions.map(({ id }) => id));
  const first = sessions.some(({ name }) => name === "console") ? 2 : 1;
  let id = first;
  while (used.has(id)) id += 1;
  return id;
}

/** The American text is read as the time of a host whose clock runs in UTC. */
function readLogon(logon: string): number | undefined {
  if (!/^\d+\/\d+\/\d+ \d+:\d+ [AP]M$/.test(logon)) return undefined;
  return Date.parse(`${logon} UTC`);
}
