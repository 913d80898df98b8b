import type { AuditEvent } from "@/lib/sessions/audit-entry";
import { NotAllowed } from "@/lib/sessions/not-allowed";
import type { Operator } from "@/lib/sessions/operator";
import { type DeedResult, record } from "@/lib/sessions/record";
import type {
  FoundUsers,
  KnownUser,
  PasswordSet,
  UserChanged,
  UserDeleted,
  UserDraft,
  UserSaved,
} from "@/lib/sessions/user";
import type { Store } from "@/lib/store/store";
import { hashPassword } from "./password";
import { findPasswordProblem } from "./password-rules";
import { findUserProblems } from "./user-fields";

/**
 * For operators who see everything; to change a user, they must be allowed to act. Others throw, and so
 * does who would take away the own rights. Whatever changes ends the sessions that rest on it.
 */
export interface RollcallUsers {
  /** With an empty text, of all. */
  find(text: string, operator: Operator): Promise<FoundUsers>;
  save(draft: UserDraft, operator: Operator): Promise<UserSaved>;
  setPassword(id: string, password: string, operator: Operator): Promise<PasswordSet>;
  /** Takes away all second factors. */
  resetFactors(id: string, operator: Operator): Promise<UserChanged>;
  disable(id: string, operator: Operator): Promise<UserChanged>;
  enable(id: string, operator: Operator): Promise<UserChanged>;
  remove(id: string, operator: Operator): Promise<UserDeleted>;
}

/** What administrators do with users: who may, and a record of what each wished for. */
export function createUsers(store: Store): RollcallUsers {
  const { users, factors } = store;
  const change = createChange(store);
  return {
    async find(text, operator) {
      requireSeesAll(operator);
      return users.search(text, new Date());
    },

    async save(draft, operator) {
      requireMayChange(operator);
      const { id, ...typed } = draft;
      if (id === null) return add(store, typed, operator);
      return edit(store, { ...typed, id }, operator);
    },

    setPassword: (id, password, operator) =>
      change("user.password", { id, operator }, async () => {
        const { login = "", name = null } = (await users.findKnown(id, new Date())) ?? {};
        const problem = findPasswordProblem(password, { login, name });
        if (problem) return { status: "problems", problems: { password: problem } } as const;
        return users.changePassword({ id }, await hashPassword(password), toWish(operator));
      }),

    resetFactors: (id, operator) =>
      change("factor.reset", { id, operator }, async () => {
        const { by, now } = toWish(operator);
        await factors.removeAll({ userId: id, keptSessionId: null, now, by });
        return { status: "done" } as const;
      }),

    disable: (id, operator) =>
      change("user.disable", { id, operator }, () => users.disable({ id }, toWish(operator))),

    enable: (id, operator) => change("user.enable", { id, operator }, () => users.enable({ id })),

    remove: (id, operator) =>
      change("user.delete", { id, operator }, () => users.remove({ id }, toWish(operator))),
  };
}

const gone = { status: "gone" } as const;

interface Asked {
  readonly id: string;
  readonly operator: Operator;
}

function createChange({ users, audit }: Store) {
  return async <Outcome extends { readonly status: string }>(
    event: AuditEvent,
    { id, operator }: Asked,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | typeof gone> => {
    requireMayChange(operator);
    const user = await users.findKnown(id, new Date());
    if (!user) return gone;
    if (user.login === operator.name)
      throw new NotAllowed(`${user.login} may not do this to itself`);
    return record(audit, { event, by: operator, user: user.login }, work, toResult);
  };
}

type Typed = Omit<UserDraft, "id">;

async function add({ users, audit }: Store, typed: Typed, operator: Operator): Promise<UserSaved> {
  const { login, password } = typed;
  const user = toUser(typed);
  const problems = findUserProblems({ ...user, login, password });
  if (Object.keys(problems).length > 0) return { status: "problems", problems };
  const passwordHash = await hashPassword(password);
  return record(
    audit,
    { event: "user.add", by: operator, user: login, detail: toDetail(user) },
    async () => toSaved(await users.add({ ...user, login, passwordHash, createdAt: new Date() })),
    toResult,
  );
}

function toSaved(added: "added" | "loginTaken" | "ownerUnfit"): UserSaved {
  return { status: added === "added" ? "done" : added };
}

async function edit(
  { users, audit }: Store,
  { id, ...typed }: Typed & { readonly id: string },
  operator: Operator,
): Promise<UserSaved> {
  const before = await users.findKnown(id, new Date());
  if (!before) return gone;
  const user = toUser(typed);
  const keepsRights = user.role === before.role && user.isViewer === before.isViewer;
  if (before.login === operator.name && !keepsRights) {
    throw new NotAllowed(`${before.login} may not change what it may do itself`);
  }
  const problems = findUserProblems(user);
  if (Object.keys(problems).length > 0) return { status: "problems", problems };
  const detail = { ...toDetail(user), before: toDetail(before) };
  return record(
    audit,
    { event: "user.change", by: operator, user: before.login, detail },
    () => users.edit({ id }, user, toWish(operator)),
    toResult,
  );
}

function toUser({ name, email, role, ownerLogin, isViewer }: Typed) {
  return {
    name: name.trim() || null,
    email: email.trim() || null,
    role,
    ownerLogin: ownerLogin.trim() || null,
    isViewer,
  };
}

function toDetail(user: Pick<KnownUser, keyof ReturnType<typeof toUser>>) {
  const { name, email, role, ownerLogin: owner, isViewer: viewer } = user;
  return { name, email, role, owner, viewer };
}

function toResult({ status }: { readonly status: string }): DeedResult {
  return { outcome: status === "done" ? "done" : "refused", detail: { answer: status } };
}

function toWish({ name }: Operator) {
  return { by: name, now: new Date() };
}

function requireSeesAll({ name, sees }: Operator): void {
  if (sees !== "everything") throw new NotAllowed(`${name} may not see users`);
}

function requireMayChange(operator: Operator): void {
  requireSeesAll(operator);
  if (!operator.mayAct) throw new NotAllowed(`${operator.name} may not act`);
}
