import { z } from "zod";
import { queryCommands } from "@/lib/providers/windows/commands";
import { askForDialect } from "@/lib/providers/windows/shell-dialect";
import { wtsActCommands, wtsListCommands } from "@/lib/providers/windows/wts-command";
import type { Transport } from "@/lib/sessions/transport";
import { languages, type RandomSession, writeSessions, writeUsers } from "./random-tables";

/** One sign-in. Its logon time is its own: no two begin in the same 100 ns. */
export interface ModelSession {
  readonly id: number;
  readonly user: string;
  /** Null while nobody is attached. */
  name: string | null;
  readonly logon: bigint;
}

/** Who was told to end or to be left, under which name, and by what. */
interface Touch {
  readonly session: ModelSession;
  readonly name: string | null;
  readonly by: "script" | "programs";
}

export interface WindowsModel {
  readonly transport: Transport;
  readonly sessions: ModelSession[];
  readonly touches: Touch[];
  /** Gives the lowest id that is free. */
  signIn(user: string): void;
  passMinutes(minutes: number): void;
  /** Under a name that nobody had before. */
  attach(session: ModelSession): void;
  /** Runs when the script has come that compares and acts in one step; the small programs act at once. */
  beforeScript: () => void;
  /** Without it, the script believes what it is told. */
  doesScriptCompare: boolean;
  /** Without it, `query user` is missing. */
  hasUserTable: boolean;
}

const paper = {
  language: languages.en,
  isWide: false,
  hasTrailingBlanks: false,
  cellsOf: (text: string) => text.length,
};
const ticksInMinute = 600_000_000n;
const services = { id: 0, sessionName: "services", userName: "", logon: "" };

/** A Windows server in memory, whose answers come at once. */
export function createWindowsModel(): WindowsModel {
  let now = 133_000_000_000_000_000n;
  let names = 0;
  const sessions: ModelSession[] = [];
  const touches: Touch[] = [];

  const nextName = () => `rdp-tcp#${names++}`;
  const model: WindowsModel = {
    sessions,
    touches,
    beforeScript: () => undefined,
    doesScriptCompare: true,
    hasUserTable: true,
    signIn(user) {
      const used = new Set(sessions.map(({ id }) => id));
      const id = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((free) => !used.has(free));
      now += 1n;
      if (id !== undefined) sessions.push({ id, user, name: nextName(), logon: now });
    },
    passMinutes(minutes) {
      now += BigInt(minutes) * ticksInMinute;
    },
    attach(session) {
      session.name = nextName();
    },
    transport: {
      async run({ text }, _signal, input) {
        if (text === askForDialect.text) return toAnswer("'rollcall-cmd\r\n");
        if (text === queryCommands.cmd.text) return toAnswer(printTables(model));
        if (text === wtsListCommands.cmd.text) return toWtsAnswer({ now, sessions });
        if (text === wtsActCommands.cmd.text) return toWtsAnswer(runScript(model, input));
        return toAnswer(runPrograms(model, text));
      },
      close: async () => undefined,
    },
  };
  return model;
}

function printTables({ sessions, hasUserTable }: WindowsModel): string {
  const quiet = { isCurrent: false, type: "", idle: "." };
  const people: readonly RandomSession[] = sessions.map(({ id, user, name, logon }) => ({
    ...{ ...quiet, id, sessionName: name ?? "", userName: user },
    logon: `7/26/2018 ${logon / ticksInMinute}`,
  }));
  const users = hasUserTable && people.length > 0 ? writeUsers(people, paper) : "";
  const mark = "rollcall-next\r\n";
  const all = writeSessions([{ ...quiet, ...services }, ...people], paper);
  return `Active code page: 437\r\n${mark}${all}${mark}${users}`;
}

const linePattern = /^\(for %i in \(([\d ]+)\) do @\((tsdiscon|logoff|rwinsta) %i 2>&1 /;

function runPrograms(model: WindowsModel, line: string): string {
  const [, ids, program] = linePattern.exec(line) ?? [];
  if (ids === undefined) throw new Error(`the model does not know this line: ${line}`);
  const said = ids.split(" ").map((id) => {
    const session = model.sessions.find((one) => one.id === Number(id));
    if (!session) return `Error [7022]:Session ${id} not found.\r\nrollcall-failed\r\n`;
    model.touches.push({ session, name: session.name, by: "programs" });
    end(model, session, program === "tsdiscon");
    return "rollcall-taken\r\n";
  });
  return said.join("");
}

const requestSchema = z.strictObject({
  action: z.enum(["disconnect", "logOff", "reset"]),
  text: z.null(),
  sessions: z.array(
    z.strictObject({
      id: z.int(),
      user: z.string(),
      domain: z.literal("CORP"),
      name: z.string(),
      logon: z.string(),
    }),
  ),
});

function runScript(model: WindowsModel, input: Uint8Array | undefined) {
  const json = Buffer.from(Buffer.from(input ?? []).toString("latin1"), "base64").toString();
  const { action, sessions } = requestSchema.parse(JSON.parse(json));
  model.beforeScript();
  const answers = sessions.map(({ id, user, name, logon }) => {
    const session = model.sessions.find((one) => one.id === id);
    if (!session) return { status: "gone", words: "" };
    const told = [session.user, session.name ?? "", String(session.logon)].join();
    if (model.doesScriptCompare && told !== [user, name, logon].join()) {
      return { status: "replaced", words: "" };
    }
    model.touches.push({ session, name: session.name, by: "script" });
    end(model, session, action === "disconnect");
    return { status: "asked", words: "" };
  });
  return { answers };
}

function end({ sessions }: WindowsModel, session: ModelSession, isLeft: boolean): void {
  if (isLeft) session.name = null;
  else sessions.splice(sessions.indexOf(session), 1);
}

interface Told {
  readonly now: bigint;
  readonly sessions: readonly ModelSession[];
}

function toWtsAnswer(said: Told | ReturnType<typeof runScript>) {
  const json = JSON.stringify("answers" in said ? said : toWtsList(said));
  return toAnswer(`rollcall-wts ${Buffer.from(json).toString("base64")}\r\n`);
}

function toWtsList({ now, sessions }: Told) {
  const unknown = { client: "", address: "", connect: "0", disconnect: "0", input: "0" };
  const people = sessions.map(({ id, user, name, logon }) => ({
    ...{ ...unknown, id, user, domain: "CORP", name: name ?? "" },
    ...{ state: name === null ? 4 : 0, logon: String(logon) },
  }));
  const nobody = {
    ...unknown,
    id: 0,
    user: "",
    domain: "",
    name: "services",
    state: 4,
    logon: "0",
  };
  return { now: String(now), sessions: [nobody, ...people] };
}

function toAnswer(stdout: string) {
  return { stdout: Buffer.from(stdout), stderr: new Uint8Array(), exitCode: 0 };
}
