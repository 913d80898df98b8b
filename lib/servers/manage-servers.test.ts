import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Operator } from "@/lib/sessions/operator";
import { inEnglish, reason } from "@/lib/sessions/reason";
import type { ServerDraft } from "@/lib/sessions/server";
import {
  anna,
  type ManagedServers,
  openManagedServers,
  toDraft,
} from "@/tests/support/managed-servers";
import { startScriptedSshServer } from "@/tests/support/scripted-ssh-server";
import { toSight } from "@/tests/support/sights";

const never = new AbortController().signal;
const fingerprint = (letter: string) => `SHA256:${letter.repeat(43)}`;

let managed: ManagedServers;
beforeEach(async () => {
  managed = await openManagedServers();
});
afterEach(() => managed.remove());

async function hostKeyOf(name: string) {
  const { via } = (await managed.find(name)) ?? {};
  return via?.kind === "ssh" ? via.hostKey : undefined;
}

async function problemsOf(draft: ServerDraft) {
  const saved = await managed.servers.save(draft, anna);
  if (saved.status !== "refused") return [];
  return saved.problems.map(({ path, why }) => ({ path, message: inEnglish(why) }));
}

it("takes the host key along to a new name, and forgets it with the address", async () => {
  const id = await managed.save(toDraft("web01", { hostKey: fingerprint("a") }));
  await managed.save({ ...toDraft("web02"), id });
  expect(await managed.find("web01")).toBeUndefined();
  expect(await hostKeyOf("web02")).toBe(fingerprint("a"));
  await managed.save({ ...toDraft("web02", { port: 2 }), id });
  expect(await hostKeyOf("web02")).toBeNull();
  await managed.save({ ...toDraft("web02", { port: 3, hostKey: fingerprint("b") }), id });
  expect(await hostKeyOf("web02")).toBe(fingerprint("b"));
});

it("never gives a new server the host key of a former one of its name", async () => {
  const id = await managed.save(toDraft("web01", { hostKey: fingerprint("a") }));
  await managed.servers.remove(id, anna);
  await managed.save(toDraft("web01"));
  expect(await hostKeyOf("web01")).toBeNull();
});

it("keeps what logs in, but tells no password to another address", async () => {
  const server = await startScriptedSshServer();
  try {
    const id = await managed.save(toDraft("web01", { hostKey: fingerprint("a") }));
    const credential = { kind: "kept" } as const;
    await managed.save({ ...toDraft("web01", { user: "other", credential }), id });
    expect(await managed.find("web01")).toMatchObject({
      via: { user: "other", credential: "password" },
      problem: null,
    });
    const { port, fingerprint: hostKey } = server;
    const moved = { ...toDraft("web01", { port, credential, hostKey }), id };
    const why = reason("passwordForOther", { host: "127.0.0.1", port: 1 });
    expect(await problemsOf(moved)).toEqual([{ path: "via.credential", message: inEnglish(why) }]);
    const finding = await managed.servers.findOut(moved, anna, never);
    expect(finding).toMatchObject({
      status: "failed",
      failure: { code: "refused", reason: why },
    });
    expect([server.connections(), server.loginAttempts()]).toEqual([1, 0]);
  } finally {
    await server.stop();
  }
});

it("says of each field what is wrong with it, and stores nothing", async () => {
  await managed.save(toDraft("web01"));
  expect(await problemsOf(toDraft("web01"))).toEqual([
    { path: "name", message: '"web01" is the name of another server' },
  ]);
  expect(await problemsOf(toDraft("this-server"))).toMatchObject([{ path: "name" }]);
  expect(await problemsOf(toDraft(`$${"{HOME}"}`))).toMatchObject([{ path: "name" }]);
  expect(await problemsOf({ ...toDraft("web02"), id: "gone" })).toMatchObject([{ path: "id" }]);
  expect(await problemsOf({ ...toDraft("web02"), sources: [] })).toMatchObject([
    { path: "sources" },
  ]);
  const sources = [
    { provider: "profptd", settings: {} },
    { provider: "panel", settings: {} },
    { provider: "proftpd", settings: { scoreboard: "relative" } },
  ];
  expect(await problemsOf({ ...toDraft("web02"), sources })).toEqual([
    { path: "sources.0.provider", message: '"profptd" is not a provider' },
    { path: "sources.1.provider", message: expect.stringContaining("leave it out") },
    { path: "sources.2.settings.scoreboard", message: expect.stringContaining("absolute path") },
  ]);
  const credential = { kind: "privateKey", privateKey: "no key", passphrase: null } as const;
  expect(await problemsOf(toDraft("web02", { credential }))).toEqual([
    { path: "via.credential", message: expect.stringContaining("cannot be used") },
  ]);
  expect(await problemsOf(toDraft("web02", { credential: { kind: "kept" } }))).toEqual([
    { path: "via.credential", message: "enter a password or a private key" },
  ]);
  const names = (await managed.servers.list(anna)).map(({ name }) => name);
  expect(names).toEqual(["this-server", "web01"]);
});

it("stores nothing where no key file can be made, and says why", async () => {
  const folder = join(dirname(managed.keyFile), "read-only");
  await mkdir(folder, { mode: 0o555 });
  await chmod(dirname(folder), 0o755);
  await managed.restart({ keyFile: join(folder, "rollcall.key") });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.("nobody");
  try {
    const message = expect.stringMatching(/cannot be made \(EACCES\): make its folder writable/);
    expect(await problemsOf(toDraft("web01"))).toEqual([{ path: "via.credential", message }]);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  expect(await managed.store.servers.list()).toEqual([]);
});

it("says in a sentence that the database cannot be used", async () => {
  await managed.store.close();
  expect(await problemsOf(toDraft("web01"))).toEqual([
    {
      path: "",
      message: expect.stringMatching(
        /^nothing was done, because the database .+ cannot be used: ./,
      ),
    },
  ]);
});

it("removes nothing while the database cannot be used, and says so", async () => {
  const id = await managed.save(toDraft("web01"));
  await managed.store.close();
  expect(await managed.servers.remove(id, anna)).toEqual({
    status: "refused",
    problem: reason("nothingDone", { why: reason("databaseClosed") }),
  });
  expect(managed.sources.stored.has(id)).toBe(true);
});

it("refuses one source twice, which would count people twice", async () => {
  const source = { provider: "vsftpd", settings: {} };
  expect(await problemsOf({ ...toDraft("web01"), sources: [source, source] })).toEqual([
    { path: "sources.1", message: "vsftpd is named twice" },
  ]);
});

it("is for operators who see everything, and changed by those who may act", async () => {
  const id = await managed.save(toDraft("web01"));
  const { servers } = managed;
  const viewer: Operator = { ...anna, name: "vera", mayAct: false };
  const customer: Operator = { ...anna, name: "carl", sees: toSight(["carl"]) };
  const changing = (operator: Operator) => [
    () => servers.findOut(toDraft("web02"), operator, never),
    () => servers.save(toDraft("web02"), operator),
    () => servers.remove(id, operator),
    () => servers.importYaml("servers: []", operator),
  ];
  const seeing = (operator: Operator) => [
    () => servers.list(operator),
    () => servers.exportYaml(operator),
  ];
  for (const ask of changing(viewer)) await expect(ask()).rejects.toThrow("vera may not act");
  for (const ask of [...changing(customer), ...seeing(customer)]) {
    await expect(ask()).rejects.toThrow("carl may not see servers");
  }
  for (const ask of seeing(viewer)) await ask();
  expect(await managed.find("web01")).toBeDefined();
});

it("records who changed what, before and after, and nothing secret", async () => {
  const id = await managed.save(toDraft("web01", { hostKey: fingerprint("a") }));
  await managed.servers.findOut(toDraft("web01"), anna, never);
  await managed.servers.remove(id, anna);
  const filter = { user: "anna", intents: "shown" } as const;
  const { entries } = await managed.store.audit.search(filter, { side: "newest" });
  const recorded = entries.flatMap(({ entry }) => entry ?? []).toReversed();
  expect(recorded.map(({ event, phase, server }) => [event, phase, server])).toEqual([
    ["server.save", "intent", "web01"],
    ["server.save", "outcome", "web01"],
    ["server.look-at", "intent", "web01"],
    ["server.look-at", "outcome", "web01"],
    ["server.remove", "intent", "web01"],
    ["server.remove", "outcome", "web01"],
  ]);
  expect(managed.logged() + JSON.stringify(recorded)).not.toContain("a secret password");
});
