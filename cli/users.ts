import { type Command, Option } from "commander";
import { findNameProblem } from "@/lib/auth/login";
import { findPasswordProblem, hashPassword } from "@/lib/auth/password";
import { say } from "@/lib/log";
import type { AuditEvent } from "@/lib/sessions/audit-entry";
import { record } from "@/lib/sessions/record";
import { type Role, roles } from "@/lib/sessions/session";
import type { Users } from "@/lib/store/users";
import { CommandRefused } from "./command-refused";
import { consoleActor } from "./console-actor";
import { readPassword } from "./read-password";
import { withStore } from "./with-store";

interface AddOptions {
  readonly role: Role;
  readonly name?: string;
  readonly owner?: string;
  readonly email?: string;
}

/** `user add`, `user password`, `user disable`, `user enable`. */
export function registerUserCommands(program: Command): void {
  const user = program.command("user").description("the people who may sign in");
  user
    .command("add <login>")
    .description("add a user; the password is read from stdin, one line")
    .addOption(new Option("--role <role>", "what the user is").choices(roles).makeOptionMandatory())
    .option("--name <text>", "the person's name")
    .option("--owner <login>", "the reseller or customer this user belongs to")
    .option("--email <address>", "where the person can be reached")
    .action(addUser);
  user
    .command("password <login>")
    .description("set a password, read from stdin; ends the user's sessions")
    .action(changePassword);
  user
    .command("disable <login>")
    .description("turn a user away; ends the user's sessions")
    .action((login: string) =>
      change("user.disable", login, "is disabled", (users) => users.disable(login, new Date())),
    );
  user
    .command("enable <login>")
    .description("let a disabled user sign in again")
    .action((login: string) =>
      change("user.enable", login, "may sign in", (users) => users.enable(login)),
    );
}

async function addUser(login: string, options: AddOptions): Promise<void> {
  const { role, name = null, email = null, owner: ownerLogin = null } = options;
  const nameProblem = findNameProblem(login);
  if (nameProblem) throw new CommandRefused(`"${login}" cannot be a login. ${nameProblem}`);
  if (email !== null && !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)) {
    throw new CommandRefused(
      `The email address "${email}" does not have the form name@domain: correct it.`,
    );
  }
  const passwordHash = await readPasswordHash();
  const createdAt = new Date();
  const detail = { name, email, role, owner: ownerLogin };
  const deed = { event: "user.add", by: consoleActor(), user: login, detail } as const;
  const outcome = await withStore(({ audit, users }) =>
    record(
      audit,
      deed,
      () => users.add({ login, name, email, role, ownerLogin, passwordHash, createdAt }),
      (answer) => ({ outcome: answer === "added" ? "done" : "refused", detail: { answer } }),
    ),
  );
  switch (outcome) {
    case "added":
      say(`${login} may sign in.`);
      return;
    case "loginTaken":
      throw new CommandRefused(`There is a user ${login} already.`);
    case "ownerUnknown":
      throw new CommandRefused(`There is no user ${ownerLogin} to be the owner.`);
  }
}

async function changePassword(login: string): Promise<void> {
  const passwordHash = await readPasswordHash();
  await change("user.password", login, "has a new password", (users) =>
    users.changePassword(login, passwordHash, new Date()),
  );
}

async function readPasswordHash(): Promise<string> {
  const password = await readPassword();
  const problem = findPasswordProblem(password);
  if (problem) throw new CommandRefused(`${problem} It is read from stdin, one line.`);
  return hashPassword(password);
}

async function change(
  event: AuditEvent,
  login: string,
  done: string,
  work: (users: Users) => Promise<boolean>,
): Promise<void> {
  const deed = { event, by: consoleActor(), user: login };
  const isFound = await withStore(({ audit, users }) =>
    record(
      audit,
      deed,
      () => work(users),
      (isKnown) => ({ outcome: isKnown ? "done" : "refused" }),
    ),
  );
  if (!isFound) throw new CommandRefused(`There is no user ${login}.`);
  say(`${login} ${done}.`);
}
