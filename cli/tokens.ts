import { type Command, InvalidArgumentError, Option } from "commander";
import { findNameProblem } from "@/lib/auth/login";
import { hashSecret, newSecret } from "@/lib/auth/secret";
import { say } from "@/lib/log";
import { inEnglish } from "@/lib/sessions/reason";
import { record } from "@/lib/sessions/record";
import { type ApiToken, type TokenRole, tokenRoles } from "@/lib/store/api-tokens";
import { CommandRefused } from "./command-refused";
import { consoleActor } from "./console-actor";
import { withStore } from "./with-store";

interface AddOptions {
  readonly role: TokenRole;
  readonly days?: number;
}

const dayMs = 24 * 60 * 60_000;

/** `token add`, `token list`, `token remove`. */
export function registerTokenCommands(program: Command): void {
  const token = program.command("token").description("tokens for scripts that use the API");
  token
    .command("add <name>")
    .description("make a token and print it: it is never shown again")
    .addOption(
      new Option("--role <role>", "viewer sees, operator also ends sessions")
        .choices(tokenRoles)
        .default("viewer"),
    )
    .option("--days <n>", "how long it holds; without it, until it is removed", toDays)
    .action(addToken);
  token.command("list").description("name, role, made, expires").action(listTokens);
  token.command("remove <name>").description("void a token at once").action(removeToken);
}

async function addToken(name: string, options: AddOptions): Promise<void> {
  const problem = findNameProblem(name);
  if (problem)
    throw new CommandRefused(`"${name}" cannot be a token's name. ${inEnglish(problem)}`);
  const secret = newSecret();
  const createdAt = new Date();
  const { role, days } = options;
  const expiresAt = days === undefined ? null : new Date(createdAt.getTime() + days * dayMs);
  const token = { name, tokenHash: hashSecret(secret), role, createdAt, expiresAt };
  const detail = { token: name, role, expiresAt };
  const isAdded = await withStore(({ audit, apiTokens }) =>
    record(
      audit,
      { event: "token.add", by: consoleActor(), detail },
      () => apiTokens.add(token),
      (isNew) => ({ outcome: isNew ? "done" : "refused" }),
    ),
  );
  if (!isAdded) throw new CommandRefused(`There is a token ${name} already.`);
  say(secret);
}

async function listTokens(): Promise<void> {
  const tokens = await withStore(({ apiTokens }) => apiTokens.list());
  for (const token of tokens) say(toLine(token, new Date()));
}

async function removeToken(name: string): Promise<void> {
  const isRemoved = await withStore(({ audit, apiTokens }) =>
    record(
      audit,
      { event: "token.remove", by: consoleActor(), detail: { token: name } },
      () => apiTokens.remove(name),
      (isKnown) => ({ outcome: isKnown ? "done" : "refused" }),
    ),
  );
  if (!isRemoved) throw new CommandRefused(`There is no token ${name}.`);
  say(`The token ${name} is void.`);
}

function toLine({ name, role, createdAt, expiresAt }: ApiToken, now: Date): string {
  const word = expiresAt && expiresAt <= now ? "expired" : "expires";
  const end = expiresAt ? `${word} ${expiresAt.toISOString()}` : "does not expire";
  return [name, role, `made ${createdAt.toISOString()}`, end].join("\t");
}

function toDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,4}$/.test(text) || days === 0) {
    throw new InvalidArgumentError("It is a whole number of days from 1 to 9999.");
  }
  return days;
}
