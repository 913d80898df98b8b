import { setTimeout as pause } from "node:timers/promises";
import {
  type HostLanguage,
  type HostSession,
  printSessions,
  printUsers,
} from "./windows-host-tables";

/** What a test may change while the host runs. */
export interface HostBehaviour {
  /** Stands for the whole output of `query session`, and of `query user` where given. */
  capture: { readonly session: string; readonly user?: string } | null;
  /** Programs that are not installed. */
  readonly missing: Set<string>;
  /** Printed to stderr instead of a listing. */
  listingError: string | null;
  /** Ids whose end is refused, with what is printed to stderr. */
  readonly refusals: Map<number, string>;
  /** Ids that stay although the request is taken. */
  readonly stuck: Set<number>;
  listingTakesMs: number;
  logOffTakesMs: number;
  /** Called before the first request to end a session: what a person does in between. */
  beforeAct: (() => void) | null;
}

export interface Host {
  readonly sessions: HostSession[];
  readonly language: HostLanguage;
  readonly isWide: boolean;
  readonly behaviour: HostBehaviour;
  /** Set by `logoff` or `tsdiscon` without an id: the caller ended itself. */
  endedItself: boolean;
}

export interface Printed {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly code: number;
}

export const notFound = 9009;

/** The programs of Windows that Rollcall runs. Good listings exit with 1, as they do there. */
export async function runHostProgram(host: Host, words: readonly string[]): Promise<Printed> {
  const [program = "", argument = ""] = words;
  if (host.behaviour.missing.has(program)) return { code: notFound };
  switch (program) {
    case "chcp.com":
      return { stdout: `Active code page: ${host.language.codePage}\r\n`, code: 0 };
    case "query":
      if (host.behaviour.listingTakesMs > 0) await pause(host.behaviour.listingTakesMs);
      return query(host, argument);
    case "tsdiscon":
    case "logoff":
      return end(host, program, argument);
    default:
      return { code: notFound };
  }
}

function query(host: Host, what: string): Printed {
  const { capture, listingError } = host.behaviour;
  if (listingError !== null) return { stderr: `${listingError}\r\n`, code: 1 };
  if (what === "session") return { stdout: capture?.session ?? printSessions(host), code: 1 };
  const users = capture ? (capture.user ?? "") : printUsers(host);
  return users === ""
    ? { stderr: "No User exists for *\r\n", code: 1 }
    : { stdout: users, code: 1 };
}

async function end(host: Host, program: string, argument: string): Promise<Printed> {
  if (!/^\d+$/.test(argument)) {
    host.endedItself = true;
    return { code: 0 };
  }
  host.behaviour.beforeAct?.();
  host.behaviour.beforeAct = null;
  const id = Number(argument);
  const refusal = host.behaviour.refusals.get(id);
  if (refusal !== undefined) return { stderr: `${refusal}\r\n`, code: 1 };
  const at = host.sessions.findIndex((session) => session.id === id);
  const session = host.sessions[at];
  if (!session) return { stderr: `Could not find session ID ${id}\r\n`, code: 1 };
  await pause(host.behaviour.logOffTakesMs);
  if (host.behaviour.stuck.has(id)) return { code: 0 };
  if (program === "logoff") host.sessions.splice(host.sessions.indexOf(session), 1);
  else Object.assign(session, { name: null, state: "disconnected" });
  return { code: 0 };
}
