import { setTimeout as pause } from "node:timers/promises";
import { type Host, happenInBetween } from "./windows-host-behaviour";
import { type Ending, end, findRefusal } from "./windows-host-ending";
import type { HostInput } from "./windows-host-input";
import { runWindowsPowerShell } from "./windows-host-powershell-program";
import { printSessions, printUsers } from "./windows-host-tables";

export interface Printed {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly code: number;
}

const version = "\r\nMicrosoft Windows [Version 10.0.20348.2113]\r\n";

export const notFound = 9009;

/** The programs of Windows that Rollcall runs. Good listings exit with 1, as they do there. */
export async function runHostProgram(
  host: Host,
  words: readonly string[],
  input: HostInput,
): Promise<Printed> {
  if (/^(?:cmd \/c )?ver$/.test(words.join(" "))) return { stdout: version, code: 0 };
  const [program = "", argument = "", ...rest] = words;
  if (isMissing(host, program)) return { code: notFound };
  switch (program) {
    case "chcp.com":
      return { stdout: `${host.language.chcp.join(String(host.language.codePage))}\r\n`, code: 0 };
    case "query":
      if (host.behaviour.listingTakesMs > 0) await pause(host.behaviour.listingTakesMs);
      return query(host, argument);
    case "tsdiscon":
      return runEnding(host, "disconnect", argument);
    case "logoff":
      return runEnding(host, "logOff", argument);
    case "rwinsta":
      return runEnding(host, "reset", argument);
    case "reset":
      return argument === "session"
        ? runEnding(host, "reset", rest[0] ?? "")
        : { stderr: "Invalid parameter(s)\r\n", code: 1 };
    case "msg":
      return runMsg(host, argument, { words: rest, input });
    case "powershell":
    case "powershell.exe":
      return runWindowsPowerShell(host, words.slice(1), input);
    default:
      return { code: notFound };
  }
}

function isMissing({ behaviour }: Host, program: string): boolean {
  if (program.startsWith("powershell") && behaviour.powershell === "missing") return true;
  return behaviour.missing.has(program);
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

const verbs: Readonly<Record<Ending, string>> = {
  disconnect: "disconnect",
  logOff: "logoff",
  reset: "reset",
};

async function runEnding(host: Host, ending: Ending, argument: string): Promise<Printed> {
  if (!/^\d+$/.test(argument)) {
    host.endedItself = true;
    return { code: 0 };
  }
  happenInBetween(host);
  const id = Number(argument);
  const words = host.behaviour.refusals.get(id);
  if (words !== undefined) return { stderr: `${words}\r\n`, code: 1 };
  const session = host.sessions.find((one) => one.id === id);
  if (!session) return { stderr: `Could not find session ID ${id}\r\n`, code: 1 };
  const refusal = findRefusal(session, ending);
  if (refusal) {
    const from = `session ID ${id} from session ${session.name}, Error code ${refusal.code}`;
    const stderr = `Could not ${verbs[ending]} ${from}\r\nError [${refusal.code}]:${refusal.words}\r\n`;
    return { stderr, code: 1 };
  }
  const ended = end(host, session, ending);
  if (host.behaviour.logOffWaits) await ended;
  return { code: 0 };
}

interface MsgText {
  readonly words: readonly string[];
  readonly input: HostInput;
}

/** Without a text it reads one to the end of its input, however long that takes. */
async function runMsg(host: Host, target: string, { words, input }: MsgText): Promise<Printed> {
  const given = words.filter((word) => !word.startsWith("/")).join(" ");
  const text = given === "" ? await input.readAll() : given;
  happenInBetween(host);
  const id = /^\d+$/.test(target) ? Number(target) : null;
  const refusal = id === null ? undefined : host.behaviour.refusals.get(id);
  if (refusal !== undefined) return { stderr: `${refusal}\r\n`, code: 1 };
  const session = host.sessions.find((one) => one.id === id && one.state !== "disconnected");
  if (!session) return { stderr: `${target} does not exist or is disconnected\r\n`, code: 1 };
  const { user } = session;
  host.messages.push({
    id: session.id,
    user,
    title: "Message from rollcall",
    text: text.trimEnd(),
  });
  return { code: 0 };
}
