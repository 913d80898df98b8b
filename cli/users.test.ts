import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAuth } from "@/lib/auth/open-auth";
import { openStore } from "@/lib/store/open-store";
import type { Store } from "@/lib/store/store";
import { runRollcall } from "@/tests/support/run-rollcall";

const password = "correct horse battery";
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null };
const publicUrl = new URL("http://127.0.0.1:3000");

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-cli-"));
  // Open all the time, as it is while Rollcall runs.
  store = await openStore({
    databaseUrl: `file:${join(folder, "rollcall.db")}`,
    keyFile: join(folder, "rollcall.key"),
  });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const rollcall = (words: readonly string[], stdin = "") =>
  runRollcall(words, { stdin, env: { ROLLCALL_DATA: folder } });

const add = (login: string, ...more: string[]) =>
  rollcall(["user", "add", login, "--role", "server-administrator", ...more], `${password}\n`);
const toEnv = () => ({ publicUrl, keyFile: join(folder, "rollcall.key") });
const signIn = (login: string, typed = password) =>
  openAuth(store, toEnv()).signIn({ login, password: typed }, visitor, new Date());
const sessionsOf = async (login: string) =>
  (await store.panelSessions.listSignedIn(new Date())).filter((found) => found.login === login);

describe("rollcall user", () => {
  it("adds a user who can sign in to a Rollcall that runs", async () => {
    expect(await add("anna", "--name", "Anna Roth")).toEqual({
      code: 0,
      stdout: "anna may sign in.\n",
      stderr: "",
    });
    expect(await signIn("anna")).toMatchObject({ status: "signedIn" });
    expect(await sessionsOf("anna")).toMatchObject([{ name: "Anna Roth" }]);
  });

  it("refuses in one sentence and changes nothing", async () => {
    await add("bruno");
    const refusals = [
      await add("bruno"),
      await add("carla", "--owner", "nobody"),
      await add("carla", "--email", "nope"),
      await rollcall(["user", "add", "dora", "--role", "customer"], "short\n"),
      await rollcall(["user", "password", "bruno"]),
      await rollcall(["user", "password", "nobody"], `${password}\n`),
      await rollcall(["user", "disable", "nobody"]),
      await rollcall(["user", "delete", "nobody"]),
      await add("carla", "--name", "line\nbreak"),
    ];
    for (const { code, stdout, stderr } of refusals) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/^[A-Z].+\.\n$/);
    }
    expect(await signIn("bruno")).toMatchObject({ status: "signedIn" });
    expect(await store.users.find("carla")).toBeUndefined();
    expect(await store.users.find("dora")).toBeUndefined();
  });

  it("ends the sessions of a user who is disabled or gets another password", async () => {
    await add("emil");
    await signIn("emil");
    expect(await rollcall(["user", "disable", "emil"])).toMatchObject({ code: 0 });
    expect(await sessionsOf("emil")).toEqual([]);
    expect(await rollcall(["user", "enable", "emil"])).toMatchObject({ code: 0 });
    await signIn("emil");
    const other = "another horse battery";
    expect(await rollcall(["user", "password", "emil"], `${other}\n`)).toMatchObject({ code: 0 });
    expect(await sessionsOf("emil")).toEqual([]);
    expect(await signIn("emil")).toEqual({ status: "wrong" });
    expect(await signIn("emil", other)).toMatchObject({ status: "signedIn" });
  });

  it("lists who there is, and deletes who owns nothing", async () => {
    const reseller = { name: "=cmd()\u202e", role: "reseller", ownerLogin: null } as const;
    const rudi = { ...reseller, login: "rudi", email: null, passwordHash: "none" };
    await store.users.add({ ...rudi, createdAt: new Date() });
    const customer = ["--role", "customer", "--owner", "rudi", "--viewer"];
    await rollcall(["user", "add", "kurt", ...customer], `${password}\n`);
    const { code, stdout } = await rollcall(["user", "list"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^kurt +customer +rudi +viewer +0 +-/m);
    expect(stdout).toMatch(/^rudi +reseller +- +- +0 +- +=cmd\(\)\[U\+202E\]$/m);
    const refused = await rollcall(["user", "delete", "rudi"]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^rudi still owns kurt: /);
    expect(await rollcall(["user", "delete", "kurt"])).toMatchObject({ code: 0 });
    expect(await store.users.find("kurt")).toBeUndefined();
  });

  it("says what is wrong with the words it was given", async () => {
    const wrong = await rollcall(["user", "add", "fritz", "--role", "king"], `${password}\n`);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("server-administrator");
  });
});

describe("rollcall token", () => {
  it("prints a token once, alone, and voids it", async () => {
    const auth = openAuth(store, toEnv());
    const made = await rollcall(["token", "add", "nightly", "--role", "operator", "--days", "7"]);
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toMatch(/^[\w-]{43}\n$/);
    const secret = made.stdout.trim();
    expect(await auth.recogniseApiToken(secret, new Date())).toMatchObject({ mayAct: true });

    const list = await rollcall(["token", "list"]);
    expect(list.stdout).toMatch(/^nightly\toperator\tmade \S+\texpires \S+\n$/);
    expect(list.stdout).not.toContain(secret);

    expect(await rollcall(["token", "add", "nightly"])).toMatchObject({ code: 1, stdout: "" });
    expect(await rollcall(["token", "remove", "nightly"])).toMatchObject({ code: 0 });
    expect(await rollcall(["token", "remove", "nightly"])).toMatchObject({ code: 1 });
    expect(await auth.recogniseApiToken(secret, new Date())).toBeUndefined();
  });

  it("says that another program keeps the database locked", async () => {
    const other = new Database(join(folder, "rollcall.db"));
    other.exec("BEGIN IMMEDIATE");
    const refused = await rollcall(["token", "add", "late"]);
    other.close();
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(
      /^Nothing was done, .+ recorded: the database \S+ cannot be used: .+ keeps it locked; .+\.\n$/,
    );
  });

  it("says how long a token may hold", async () => {
    const wrong = await rollcall(["token", "add", "soon", "--days", "0"]);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("whole number of days");
  });
});
