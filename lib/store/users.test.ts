import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/lib/sessions/session";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { toFile } from "./database-file";
import type { EndedSession } from "./session-endings";

let scratch: ScratchStore;
let ended: EndedSession[];

beforeEach(async () => {
  scratch = await openScratchStore();
  ended = [];
  scratch.store.onSessionsEnded((some) => {
    ended.push(...some);
  });
});
afterEach(() => scratch.remove());

const done = { status: "done" };
const lastAdministrator = { status: "lastAdministrator" };
const wish = () => ({ by: "admin", now: new Date() });

const add = (login: string, role: Role = "server-administrator") =>
  addUser(scratch.store, login, role);

function edit(
  login: string,
  change: { readonly role: Role; readonly isViewer?: boolean; readonly ownerLogin?: string | null },
) {
  const asBefore = { name: null, email: null, ownerLogin: null, isViewer: false };
  return scratch.store.users.edit({ login }, { ...asBefore, ...change }, wish());
}

async function signIn(login: string): Promise<string> {
  const user = await scratch.store.users.find(login);
  if (!user) throw new Error(`there is no ${login}`);
  const [tokenHash, startedAt] = [crypto.randomUUID(), new Date()];
  const session = { tokenHash, userId: user.id, passwordHash: user.passwordHash, startedAt };
  const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null };
  const how = { signedInWith: "password", pending: null } as const;
  await scratch.store.panelSessions.start({ ...session, ...visitor, ...how });
  return tokenHash;
}

const standOf = async (login: string) =>
  (await scratch.store.users.list(new Date())).find((user) => user.login === login);

describe("the last administrator who may act", () => {
  it("stays one, whatever is asked", async () => {
    await add("anna");
    await add("vera");
    await edit("vera", { role: "server-administrator", isViewer: true });
    expect(await edit("anna", { role: "customer" })).toEqual(lastAdministrator);
    expect(await edit("anna", { role: "server-administrator", isViewer: true })).toEqual(
      lastAdministrator,
    );
    const { users } = scratch.store;
    expect(await users.disable({ login: "anna" }, wish())).toEqual(lastAdministrator);
    expect(await users.remove({ login: "anna" }, wish())).toEqual(lastAdministrator);
    expect(await standOf("anna")).toMatchObject({ isDisabled: false, isViewer: false });
    expect(await users.disable({ login: "vera" }, wish())).toEqual(done);
  });

  it("is left where two administrators get rid of each other at the same moment", async () => {
    await add("anna");
    await add("bert");
    const { users } = scratch.store;
    const outcomes = await Promise.all([
      edit("bert", { role: "customer" }),
      users.disable({ login: "anna" }, wish()),
      users.remove({ login: "anna" }, wish()),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
      "done",
      "lastAdministrator",
      "lastAdministrator",
    ]);
  });
});

describe("sessions", () => {
  it("end with another role or right, each with its reason and who wanted it, and not with another name", async () => {
    await add("admin");
    await add("anna", "reseller");
    const { users } = scratch.store;
    await signIn("admin");
    const named = { name: "Anna", email: null, role: "reseller", ownerLogin: null } as const;
    await signIn("anna");
    await users.edit({ login: "anna" }, { ...named, isViewer: false }, wish());
    expect(ended).toEqual([]);
    expect(await standOf("anna")).toMatchObject({ name: "Anna", sessionCount: 1 });

    const tokens = [await signIn("anna")];
    await edit("anna", { role: "reseller", isViewer: true });
    tokens.push(await signIn("anna"));
    await edit("anna", { role: "customer", isViewer: true });
    tokens.push(await signIn("anna"));
    await users.changePassword({ login: "anna" }, "another", wish());
    tokens.push(await signIn("anna"));
    await users.disable({ login: "anna" }, wish());
    expect(await users.enable({ login: "anna" })).toEqual(done);
    tokens.push(await signIn("anna"));
    await users.remove({ login: "anna" }, wish());
    expect(tokens.map(endingOf)).toEqual([
      { endedWhy: "role-changed", endedBy: "admin" },
      { endedWhy: "role-changed", endedBy: "admin" },
      { endedWhy: "password-changed", endedBy: "admin" },
      { endedWhy: "disabled", endedBy: "admin" },
      { endedWhy: "deleted", endedBy: "admin" },
    ]);
    expect(ended).toHaveLength(6);
    expect(await standOf("admin")).toMatchObject({ sessionCount: 1 });
  });
});

describe("an owner", () => {
  it("is a reseller of customers, a customer of mailbox owners, and nobody else", async () => {
    await add("admin");
    await add("rudi", "reseller");
    await add("kurt", "customer");
    const unfit = { status: "ownerUnfit" };
    expect(await edit("kurt", { role: "customer", ownerLogin: "admin" })).toEqual(unfit);
    expect(await edit("kurt", { role: "customer", ownerLogin: "kurt" })).toEqual(unfit);
    expect(await edit("kurt", { role: "customer", ownerLogin: "nobody" })).toEqual(unfit);
    expect(await edit("rudi", { role: "reseller", ownerLogin: "admin" })).toEqual(unfit);
    expect(await edit("kurt", { role: "customer", ownerLogin: "rudi" })).toEqual(done);
    expect(await standOf("kurt")).toMatchObject({ ownerLogin: "rudi" });
    const holdings = { status: "owns", logins: ["kurt"], domains: [] };
    expect(await edit("rudi", { role: "customer" })).toEqual(holdings);
    expect(await scratch.store.users.remove({ login: "rudi" }, wish())).toEqual(holdings);
  });

  it("is told at once that it has other customers", async () => {
    await add("admin");
    await add("rudi", "reseller");
    await add("kurt", "customer");
    const versions: number[] = [];
    scratch.store.onSightsChanged(async (version) => {
      versions.push(version);
    });
    const before = await scratch.store.sights.version();
    await edit("kurt", { role: "customer", ownerLogin: "rudi" });
    await edit("kurt", { role: "customer", ownerLogin: "rudi" });
    await scratch.store.users.remove({ login: "kurt" }, wish());
    expect(versions).toEqual([before + 1, before + 2]);
  });
});

describe("a deleted user", () => {
  it("leaves its login to others, and nothing that anybody can sign in with", async () => {
    await add("admin");
    await add("anna", "customer");
    await signIn("anna");
    const { users } = scratch.store;
    const id = (await users.find("anna"))?.id ?? "";
    await users.remove({ id }, wish());
    const gone = { status: "gone" };
    expect(await users.find("anna")).toBeUndefined();
    expect(await users.findKnown(id, new Date())).toBeUndefined();
    expect(await users.enable({ id })).toEqual(gone);
    expect(await users.changePassword({ id }, "another", wish())).toEqual(gone);
    expect(rowOf(id)).toMatchObject({
      login: `anna (deleted ${id})`,
      passwordHash: null,
      email: null,
    });
    await add("anna");
    expect(await standOf("anna")).toMatchObject({ role: "server-administrator", sessionCount: 0 });
  });
});

function ask(query: string, value: string): unknown {
  const database = new Database(toFile(scratch.databaseUrl), { readonly: true });
  const row = database.prepare(query).get(value);
  database.close();
  return row;
}

function endingOf(tokenHash: string): unknown {
  return ask("SELECT endedWhy, endedBy FROM PanelSession WHERE tokenHash = ?", tokenHash);
}

function rowOf(id: string): unknown {
  return ask("SELECT * FROM User WHERE id = ?", id);
}
