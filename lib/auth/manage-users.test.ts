import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Operator } from "@/lib/sessions/operator";
import type { UserDraft } from "@/lib/sessions/user";
import { toFile } from "@/lib/store/database-file";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import { createUsers, type RollcallUsers } from "./manage-users";

let scratch: ScratchStore;
let users: RollcallUsers;

beforeAll(async () => {
  scratch = await openScratchStore();
  users = createUsers(scratch.store);
  await addUser(scratch.store, "admin");
  await addUser(scratch.store, "anna");
});
afterAll(() => scratch.remove());

const admin: Operator = {
  name: "admin",
  address: null,
  sees: "everything",
  mayAct: true,
  panelSessionId: "own",
};
const reseller: Operator = { ...admin, name: "rudi", sees: { logins: new Set(), domains: null } };
const viewer: Operator = { ...admin, name: "vera", mayAct: false };

const draft: UserDraft = {
  id: null,
  login: "kurt",
  name: "",
  email: "",
  role: "customer",
  ownerLogin: "",
  isViewer: false,
  password,
};

const idOf = async (login: string) => (await scratch.store.users.find(login))?.id ?? "";
describe("users", () => {
  it("are changed by administrators who may act, and seen by administrators", async () => {
    const id = await idOf("anna");
    for (const operator of [reseller, viewer]) {
      const wishes = [
        users.save(draft, operator),
        users.save({ ...draft, id }, operator),
        users.setPassword(id, password, operator),
        users.resetFactors(id, operator),
        users.disable(id, operator),
        users.enable(id, operator),
        users.remove(id, operator),
      ];
      for (const wish of wishes) await expect(wish).rejects.toMatchObject({ code: "not-allowed" });
    }
    await expect(users.find("", reseller)).rejects.toMatchObject({ code: "not-allowed" });
    expect((await users.find("", viewer)).users.map(({ login }) => login)).toEqual([
      "admin",
      "anna",
    ]);
  });

  it("do not take away their own rights", async () => {
    const id = await idOf("admin");
    const own: UserDraft = { ...draft, id, role: "server-administrator" };
    const wishes = [
      users.save({ ...own, role: "customer" }, admin),
      users.save({ ...own, isViewer: true }, admin),
      users.setPassword(id, password, admin),
      users.resetFactors(id, admin),
      users.disable(id, admin),
      users.remove(id, admin),
    ];
    for (const wish of wishes) await expect(wish).rejects.toMatchObject({ code: "not-allowed" });
    expect(await users.save({ ...own, name: " Ada " }, admin)).toEqual({ status: "done" });
    expect((await users.find("ada", admin)).users[0]).toMatchObject({
      login: "admin",
      name: "Ada",
    });
  });

  it("are added when every field will do, and each that will not is named", async () => {
    const wrong = { login: "a b", name: "x\n", email: "nope", password: "short" };
    const answer = await users.save({ ...draft, ...wrong, name: "a\u0000b" }, admin);
    expect(answer.status).toBe("problems");
    if (answer.status !== "problems") return;
    expect(Object.keys(answer.problems)).toEqual(["login", "name", "email", "password"]);
    expect(await users.save({ ...draft, ownerLogin: "anna" }, admin)).toEqual({
      status: "ownerUnfit",
    });
    expect(await users.save({ ...draft, login: "anna" }, admin)).toEqual({ status: "loginTaken" });
    expect(await users.save(draft, admin)).toEqual({ status: "done" });
    expect((await users.find("", admin)).users.map(({ login }) => login)).toEqual([
      "admin",
      "anna",
      "kurt",
    ]);
  });

  it("lose their second factors and what is open when these are reset", async () => {
    const id = await idOf("kurt");
    const change = { userId: id, keptSessionId: null, now: new Date() };
    await scratch.store.factors.setTotp(change, Uint8Array.of(1), 1);
    const hasFactor = async () => (await users.find("kurt", admin)).users[0]?.hasSecondFactor;
    expect(await hasFactor()).toBe(true);
    expect(await users.resetFactors(id, admin)).toEqual({ status: "done" });
    expect(await hasFactor()).toBe(false);
  });

  it("are on record with who wanted what, before and after, and without a password", async () => {
    const id = await idOf("kurt");
    await users.setPassword(id, "not to be recorded", admin);
    await users.disable(id, admin);
    const entries = readEntries().filter(({ user }) => user === "kurt");
    expect(entries.map(({ event, phase, outcome }) => `${event} ${phase} ${outcome}`)).toEqual([
      "user.add intent null",
      "user.add outcome refused",
      "user.add intent null",
      "user.add outcome done",
      "factor.reset intent null",
      "factor.reset outcome done",
      "user.password intent null",
      "user.password outcome done",
      "user.disable intent null",
      "user.disable outcome done",
    ]);
    expect(new Set(entries.map(({ operator }) => operator))).toEqual(new Set(["admin"]));
    for (const secret of ["not to be recorded", password]) {
      expect(JSON.stringify(entries)).not.toContain(secret);
    }
  });

  it("are gone for who has an old page open", async () => {
    const id = await idOf("kurt");
    expect(await users.remove(id, admin)).toEqual({ status: "done" });
    const gone = { status: "gone" };
    expect(await users.remove(id, admin)).toEqual(gone);
    expect(await users.save({ ...draft, id }, admin)).toEqual(gone);
    expect(await users.setPassword(id, password, admin)).toEqual(gone);
  });
});

const entrySchema = z.object({
  event: z.string(),
  phase: z.string(),
  outcome: z.string().nullable(),
  operator: z.string(),
  user: z.string().nullable(),
  detail: z.string(),
});

function readEntries() {
  const database = new Database(toFile(scratch.databaseUrl), { readonly: true });
  const rows = database.prepare("SELECT * FROM AuditEntry ORDER BY seq").all();
  database.close();
  return z.array(entrySchema).parse(rows);
}
