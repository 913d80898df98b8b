import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";

/** A session as `loginctl show-session` prints it. */
export interface LogindSession {
  readonly id: string;
  readonly user: string;
  readonly uid: number;
  /** Its first process; 0 where it is gone. */
  readonly leader: number;
  /** Terminal or display; empty for a login of sshd, whose terminal comes later. */
  readonly terminal: string;
  readonly display: string;
  readonly remoteHost: string;
  readonly isOfPerson: boolean;
  readonly state: string;
  /** Since when a desktop says that nobody uses it. */
  readonly idleSinceMs: number | null;
  readonly loggedInAtMs: number | null;
}

/**
 * Blocks of `NAME=value` lines with an empty line between them.
 * @throws SourceError when a block is not of a session, or says a thing twice: a value may have broken its line
 */
export function parseLogind(text: string): readonly LogindSession[] {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "")
    .map(parseSession);
}

function parseSession(block: string): LogindSession {
  const properties = new Map<string, string>();
  for (const line of block.split("\n").filter((each) => each !== "")) {
    const [, name = "", value = ""] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (name === "" || properties.has(name)) throw notASession(block);
    properties.set(name, value);
  }
  const of = (name: string) => properties.get(name) ?? "";
  const uid = of("User");
  if (!/^[A-Za-z0-9]{1,64}$/.test(of("Id")) || !/^\d{1,10}$/.test(uid)) throw notASession(block);
  return {
    id: of("Id"),
    user: of("Name"),
    uid: Number(uid),
    leader: Number(/^\d{1,10}$/.exec(of("Leader"))?.[0] ?? 0),
    terminal: of("TTY"),
    display: of("Display"),
    remoteHost: of("RemoteHost"),
    isOfPerson: isOfPerson(of("Class")),
    state: of("State"),
    idleSinceMs: of("IdleHint") === "yes" ? toMs(of("IdleSinceHint")) : null,
    loggedInAtMs: toTime(of("Timestamp")),
  };
}

/** pam_systemd(8): the others are of greeters, locked screens, cron and the user's own service manager. */
function isOfPerson(sessionClass: string): boolean {
  return sessionClass === "user" || sessionClass.startsWith("user-");
}

/** Microseconds since 1970. */
function toMs(text: string): number | null {
  return /^[1-9]\d{0,18}$/.test(text) ? Math.floor(Number(text) / 1000) : null;
}

/** `Tue 2026-11-24 02:20:11 UTC`, as loginctl prints it with TZ=UTC. */
function toTime(text: string): number | null {
  const [, date, time] = /^\w+ (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? UTC$/.exec(text) ?? [];
  return date === undefined ? null : Date.parse(`${date}T${time}Z`);
}

function notASession(printed: string): SourceError {
  return new SourceError("unreadable", reason("notASession"), { printed });
}
