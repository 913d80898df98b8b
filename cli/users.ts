import { type Command, Option } from "commander";
import { formats } from "@/components/words/en/formats";
import { hashPassword } from "@/lib/auth/password";
import { findPasswordProblem, type PasswordOwner } from "@/lib/auth/password-rules";
import { findUserProblems } from "@/lib/auth/user-fields";
import { say } from "@/lib/log";
import type { AuditEvent } from "@/lib/sessions/audit-entry";
import { inEnglish } from "@/lib/sessions/reason";
import { record } from "@/lib/sessions/record";
import { type Role, roles } from "@/lib/sessions/session";
import { type KnownUser, ownerRoleOf, type UserDeleted } from "@/lib/sessions/user";
import type { Wish } from "@/lib/store/change-user";
import type { Users } from "@/lib/store/users";
import { CommandRefused } from "./command-refused";
import { consoleActor } from "./console-actor";
import { readPassword } from "./read-password";
import { registerResetSecondFactor } from "./reset-second-factor";
import { toTable } from "./to-table";
import { withStore } from "./with-store";

interface AddOptions {
  readonly role: Role;
  readonly name?: string;
  readonly owner?: string;
  readonly email?: string;
  readonly viewer?: true;
}

/** `user add`, `user list`, `user password`, `user disable`, `user enable`, `user delete`. */
export function registerUserCommands(program: Command): void {
  const user = program.command("user").description("the people who may sign in");
  user
    .command("add <login>")
    .description("add a user; the password is read from stdin, one line")
    .addOption(new Option("--role <role>", "what the user is").choices(roles).makeOptionMandatory())
    .option("--name <text>", "the person's name")
    .option("--owner <login>", "the reseller of a customer, the customer of a mailbox owner")
    .option("--email <address>", "where the person can be reached")
    .option("--viewer", "sees what the role sees, and changes nothing")
    .action(addUser);
  user.command("list").description("login, role, owner and how each stands").action(listUsers);
  user
    .command("password <login>")
    .description("set a password, read from stdin; ends the user's sessions")
    .action(changePassword);
  registerResetSecondFactor(user);
  user
    .command("disable <login>")
    .description("turn a user away; ends the user's sessions")
    .action((login: string) =>
      change(login, {
        event: "user.disable",
        done: "is disabled",
        work: (users, wish) => users.disable({ login }, wish),
      }),
    );
  user
    .command("enable <login>")
    .description("let a disabled user sign in again")
    .action((login: string) =>
      change(login, {
        event: "user.enable",
        done: "may sign in",
        work: (users) => users.enable({ login }),
      }),
    );
  user
    .command("delete <login>")
    .description("delete a user who owns nothing; ends the user's sessions")
    .action((login: string) =>
      change(login, {
        event: "user.delete",
        done: "is deleted",
        work: (users, wish) => users.remove({ login }, wish),
      }),
    );
}

async function addUser(login: string, options: AddOptions): Promise<void> {
  const { role, name = null, email = null, owner: ownerLogin = null, viewer = false } = options;
  const [problem] = Object.entries(findUserProblems({ login, name, email }));
  if (problem) throw new CommandRefused(`The ${problem[0]} will not do. ${inEnglish(problem[1])}`);
  const passwordHash = await readPasswordHash({ login, name });
  const user = { login, name, email, role, ownerLogin, isViewer: viewer, passwordHash };
  const detail = { name, email, role, owner: ownerLogin, viewer };
  const deed = { event: "user.add", by: consoleActor(), user: login, detail } as const;
  const outcome = await withStore(({ users, audit }) =>
    record(
      audit,
      deed,
      () => users.add({ ...user, createdAt: new Date() }),
      (answer) => ({ outcome: answer === "added" ? "done" : "refused", detail: { answer } }),
    ),
  );
  switch (outcome) {
    case "added":
      say(`${login} may sign in.`);
      return;
    case "loginTaken":
      throw new CommandRefused(`There is a user ${login} already.`);
    case "ownerUnfit":
      throw new CommandRefused(ownerSentence(ownerLogin ?? "", role));
  }
}

function ownerSentence(owner: string, role: Role): string {
  const ownerRole = ownerRoleOf(role);
  return ownerRole === null
    ? `A ${role} belongs to nobody: leave out --owner.`
    : `There is no ${ownerRole} ${owner} to be the owner of a ${role}.`;
}

async function listUsers(): Promise<void> {
  const users = await withStore((store) => store.users.list(new Date()));
  const columns = ["login", "role", "owner", "state", "sessions", "last sign-in", "name"];
  say(toTable(columns, users.map(toRow)));
}

function toRow({ login, role, name, ownerLogin, sessionCount, ...user }: KnownUser) {
  const viewer = user.isViewer ? ["viewer"] : [];
  const disabled = user.isDisabled ? ["disabled"] : [];
  return {
    login,
    role,
    name,
    owner: ownerLogin,
    state: [...viewer, ...disabled].join(", ") || null,
    sessions: sessionCount,
    "last sign-in": user.lastSignInAt?.toISOString(),
  };
}

async function changePassword(login: string): Promise<void> {
  const passwordHash = await readPasswordHash({ login, name: null });
  await change(login, {
    event: "user.password",
    done: "has a new password",
    work: (users, wish) => users.changePassword({ login }, passwordHash, wish),
  });
}

async function readPasswordHash(owner: PasswordOwner): Promise<string> {
  const password = await readPassword();
  const problem = findPasswordProblem(password, owner);
  if (problem) throw new CommandRefused(`${inEnglish(problem)} It is read from stdin, one line.`);
  return hashPassword(password);
}

interface Change {
  readonly event: AuditEvent;
  /** What is said of the user then. */
  readonly done: string;
  readonly work: (users: Users, wish: Wish) => Promise<UserDeleted>;
}

async function change(login: string, { event, done, work }: Change): Promise<void> {
  const by = consoleActor();
  const outcome = await withStore(({ users, audit }) =>
    record(
      audit,
      { event, by, user: login },
      () => work(users, { by: by.name, now: new Date() }),
      ({ status }) => ({
        outcome: status === "done" ? "done" : "refused",
        detail: { answer: status },
      }),
    ),
  );
  const refusal = toRefusal(login, outcome);
  if (refusal !== undefined) throw new CommandRefused(refusal);
  say(`${login} ${done}.`);
}

/** Undefined where it was done. */
function toRefusal(login: string, outcome: UserDeleted): string | undefined {
  switch (outcome.status) {
    case "done":
      return undefined;
    case "gone":
      return `There is no user ${login}.`;
    case "lastAdministrator":
      return `${login} is the last server administrator who may act: add another one first.`;
    case "owns":
      return `${login} still owns ${formats.listNames([...outcome.logins, ...outcome.domains])}: delete these first, or give them another owner.`;
  }
}
