import type { Random } from "./random";
import type { WindowsHost } from "./windows-host";
import { disconnectSession, type HostSession, removeSession } from "./windows-host-sessions";
import type { WindowsSite } from "./windows-people";

export interface WindowsLife {
  /** One second of it, up to this moment. */
  step(nowMs: number): void;
}

interface WindowsLifeOptions {
  readonly random: Random;
  readonly site: WindowsSite;
  readonly startAtMs: number;
}

type Place = Pick<WindowsHost, "sessions" | "signIn" | "reconnect">;

const minuteMs = 60_000;

/** How likely it is within one second, and so how long it takes on average. */
const chances = {
  types: 1 / 8,
  goesForCoffee: 1 / 400,
  comesFromCoffee: 1 / 500,
  disconnects: 1 / 1500,
  reconnects: 1 / 900,
  logsOff: 1 / 2400,
} as const;

/** People who sign in to a Windows server, idle, leave their session behind, come back and log off. */
export function createWindowsLife(host: Place, options: WindowsLifeOptions): WindowsLife {
  const { random, site, startAtMs } = options;
  const people = () => host.sessions.filter(({ user }) => user !== null);
  const welcome = (logonAt: number) => {
    const user = random.pick(site.people);
    if (people().some((session) => session.user === user)) return undefined;
    return host.signIn(user, { logonAt, inputAt: logonAt, ...pickPlace(user, site, random) });
  };
  const away = new WeakSet<HostSession>();
  const goOn = createRoutine(host, random, away);

  while (people().length < site.size) {
    const session = welcome(startAtMs - random.between(4, 500) * minuteMs);
    if (session) settle(session, { random, startAtMs, away });
  }
  return {
    step(nowMs) {
      for (const session of people()) goOn[toPhase(session, away)](session, nowMs);
      if (random.chance((site.size - people().length + 1) / 60)) welcome(nowMs);
    },
  };
}

/** Administrators sit at the console as often as not, where no client is. */
function pickPlace(user: string, site: WindowsSite, random: Random) {
  const { domain, clients } = site;
  if (user === "Administrator" && random.chance(0.5)) {
    return { domain, name: "console", client: "", address: "" };
  }
  const home = `${random.pick(["203.0.113", "198.51.100"])}.${random.whole(2, 250)}`;
  const address = random.chance(0.4) ? site.office : home;
  return { domain, client: `${clients}-${random.whole(101, 160)}`, address };
}

interface Settling {
  readonly random: Random;
  readonly startAtMs: number;
  readonly away: WeakSet<HostSession>;
}

/** What became of somebody by the time the server is first looked at. */
function settle(session: HostSession, { random, startAtMs, away }: Settling): void {
  if (random.chance(0.5)) {
    session.inputAt = startAtMs - random.between(0, minuteMs);
    return;
  }
  const earliest = Math.max(session.logonAt ?? startAtMs, startAtMs - 90 * minuteMs);
  session.inputAt = random.between(earliest, startAtMs);
  away.add(session);
  if (random.chance(0.4)) leave(session, session.inputAt);
}

type Phase = "busy" | "away" | "left";

function toPhase(session: HostSession, away: WeakSet<HostSession>): Phase {
  if (session.state === "disconnected") return "left";
  return away.has(session) ? "away" : "busy";
}

type Routine = Readonly<Record<Phase, (session: HostSession, nowMs: number) => void>>;

function createRoutine(host: Place, random: Random, away: WeakSet<HostSession>): Routine {
  const logOff = (session: HostSession) => removeSession(host.sessions, session);
  return {
    busy(session, nowMs) {
      if (random.chance(chances.types)) session.inputAt = nowMs;
      if (random.chance(chances.goesForCoffee)) away.add(session);
      else if (random.chance(chances.logsOff)) logOff(session);
    },
    away(session, nowMs) {
      if (random.chance(chances.comesFromCoffee)) away.delete(session);
      else if (random.chance(chances.disconnects)) leave(session, nowMs);
    },
    left(session, nowMs) {
      if (random.chance(chances.logsOff)) return logOff(session);
      if (!random.chance(chances.reconnects)) return;
      host.reconnect(session);
      session.inputAt = nowMs;
      away.delete(session);
    },
  };
}

/** The console is the one place that nobody disconnects from. */
function leave(session: HostSession, atMs: number): void {
  if (session.name !== "console") disconnectSession(session, atMs);
}
