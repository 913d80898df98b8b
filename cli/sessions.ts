import { Argument, type Command } from "commander";
import { z } from "zod";
import { apiActions } from "@/app/api/v1/schemas";
import { readEnv } from "@/lib/env";
import { say } from "@/lib/log";
import { messageSchema } from "@/lib/sessions/message";
import { toPlainJson } from "@/lib/sessions/plain-json";
import { findRef } from "@/lib/sessions/ref-text";
import { type SessionKind, sessionKinds } from "@/lib/sessions/session";
import { askRollcall } from "./ask-rollcall";
import { CommandRefused } from "./command-refused";
import { toTable } from "./to-table";

export function registerSessionCommands(program: Command): void {
  program
    .command("sessions")
    .description("lists sessions through a running Rollcall: ROLLCALL_URL, ROLLCALL_TOKEN")
    .addArgument(new Argument("<kind>").choices(sessionKinds))
    .option("--json", "prints what the API answers")
    .action(listSessions);
  program
    .command("act")
    .description("acts on sessions through a running Rollcall")
    .addArgument(new Argument("<action>").choices(Object.keys(apiActions)))
    .argument("<ref...>", "refs as `rollcall sessions` lists them")
    .option("--message <text>", "what send-message shows, up to 255 characters")
    .option("--reason <text>", "kept with the record of the action")
    .action(act);
}

const rollSchema = z.looseObject({
  sources: z.array(
    z.looseObject({
      id: z.string(),
      state: z.string(),
      failure: z.looseObject({ message: z.string() }).nullable(),
      limits: z.array(z.looseObject({ message: z.string() })),
    }),
  ),
  sessions: z.array(z.record(z.string(), z.unknown())),
});

const columns: Record<SessionKind, readonly string[]> = {
  panel: ["type", "user", "remoteAddress", "startedAt", "idleSeconds", "server", "ref"],
  ftp: [
    "status",
    "user",
    "domain",
    "location",
    "fileName",
    "remoteAddress",
    "idleSeconds",
    "server",
    "ref",
  ],
  terminal: [
    "status",
    "id",
    "name",
    "user",
    "domain",
    "remoteAddress",
    "startedAt",
    "idleSeconds",
    "server",
    "ref",
  ],
};

/** Exit code 1 when a source did not answer: its sessions are not in the list. */
async function listSessions(kind: SessionKind, { json }: { json?: true }): Promise<void> {
  const path = `/api/v1/sessions/${kind}?fresh=1`;
  const roll = await askRollcall({ path, schema: rollSchema }, running());
  const { sources, sessions } = roll;
  say(json ? toPlainJson(JSON.stringify(roll, null, 2)) : toTable(columns[kind], sessions));
  for (const { id, state, failure, limits } of sources) {
    if (!json) for (const { message } of limits) process.stderr.write(`${id}: ${message}\n`);
    if (state === "answered" || !failure) continue;
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}

const outcomesSchema = z.object({
  outcomes: z.array(z.object({ ref: z.string(), status: z.string(), message: z.string() })),
});

async function act(
  action: string,
  refs: readonly string[],
  options: { reason?: string; message?: string },
  command: Command,
): Promise<void> {
  const wrongUse = findWrongUse(action, options.message);
  if (wrongUse) command.error(wrongUse);
  const kind = await findKind(action, refs);
  const body = { action, refs, ...options };
  const path = `/api/v1/sessions/${kind}/act`;
  const { outcomes } = await askRollcall({ path, schema: outcomesSchema, body }, running());
  for (const { ref, status, message } of outcomes) say(`${ref} ${status}: ${message}`);
  // Who had left was shown no message.
  const isOver = new Set(action === "send-message" ? ["done"] : ["done", "already-gone"]);
  if (!outcomes.every(({ status }) => isOver.has(status))) process.exitCode = 1;
}

function findWrongUse(action: string, message: string | undefined): string | undefined {
  if (action !== "send-message") {
    return message === undefined ? undefined : "only send-message takes a --message";
  }
  if (message === undefined) return "send-message needs --message <text>";
  const [issue] = messageSchema.safeParse(message).error?.issues ?? [];
  if (issue?.code === "too_big") return `the message is longer than ${issue.maximum} characters`;
  return issue && `the message ${issue.message}`;
}

/** Panel and FTP sessions are both removed: the source that a ref names says which it is. */
async function findKind(action: string, refs: readonly string[]): Promise<SessionKind> {
  const sourceIds = new Set(refs.map(getSourceId));
  if (action === "force-remove") return "ftp";
  if (action !== "remove") return "terminal";
  const path = "/api/v1/sessions/panel";
  const { sources } = await askRollcall({ path, schema: rollSchema }, running());
  const ofPanel = sources.filter(({ id }) => sourceIds.has(id));
  if (ofPanel.length > 0 && ofPanel.length < sourceIds.size) {
    throw new CommandRefused("Panel and FTP sessions cannot be removed together: name one kind.");
  }
  return ofPanel.length > 0 ? "panel" : "ftp";
}

function getSourceId(text: string): string {
  const ref = findRef(text);
  if (!ref) throw new CommandRefused(`"${text}" is not a ref: rollcall sessions lists them.`);
  return ref.sourceId;
}

function running() {
  const { publicUrl, apiToken } = readEnv();
  return { url: publicUrl, token: apiToken };
}
