import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Here } from "@/lib/sessions/here";
import { describeWith } from "@/tests/support/describe-with";
import { anna, type ManagedServers, openManagedServers } from "@/tests/support/managed-servers";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { toSight } from "@/tests/support/sights";

const never = new AbortController().signal;

let managed: ManagedServers;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  managed = await openManagedServers();
});
afterEach(async () => {
  await managed.remove();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const logins = { provider: "linux-logins", settings: {} } as const;

function listedIn(here: Here, provider: string, settings: Readonly<Record<string, string>>) {
  if (here.status !== "found") throw new Error(JSON.stringify(here));
  return here.sources.find(
    (source) => source.provider === provider && isDeepStrictEqual(source.settings, settings),
  )?.isListed;
}

/** The settings of all that is asked on this machine: other tests have daemons of their own there. */
const askedHere = () =>
  managed.sources.servers.sourcesOf("this-server").map(({ settings }) => settings);

describeWith(["root", "proftpd"], "a daemon of this machine", () => {
  it("is asked no more once it is switched off, also after a restart, and again once it is on", async () => {
    const proftpd = await startRealProftpd(["anna"]);
    cleanups.push(() => proftpd.stop());
    const settings = { scoreboard: proftpd.scoreboard };
    const daemon = { provider: "proftpd", settings };
    expect(listedIn(await managed.here.look(anna, never), "proftpd", settings)).toBe(true);
    expect(askedHere()).toContainEqual(settings);

    await managed.here.setListed({ ...daemon, isListed: false }, anna);
    expect(askedHere()).not.toContainEqual(settings);
    await managed.restart();
    expect(listedIn(await managed.here.look(anna, never), "proftpd", settings)).toBe(false);
    expect(askedHere()).not.toContainEqual(settings);

    await managed.here.setListed({ ...daemon, isListed: true }, anna);
    expect(askedHere()).toContainEqual(settings);
    await managed.restart();
    expect(listedIn(await managed.here.look(anna, never), "proftpd", settings)).toBe(true);
  });
});

it("records who switched what, and nothing where nothing changed", async () => {
  await managed.here.setListed({ ...logins, isListed: true }, anna);
  await managed.here.setListed({ ...logins, isListed: false }, anna);
  await managed.here.setListed({ ...logins, isListed: false }, anna);
  const filter = { server: "this-server", intents: "shown" } as const;
  const { entries } = await managed.store.audit.search(filter, { side: "newest" });
  const detail = { ...logins, listed: { before: true, after: false } };
  const deed = { event: "settings.change", operator: "anna", server: "this-server", detail };
  expect(entries.map(({ entry }) => entry)).toMatchObject([
    { ...deed, phase: "outcome", outcome: "done" },
    { ...deed, phase: "intent" },
  ]);
});

it("is shut to who may only see, and to who does not see everything", async () => {
  const viewer = { ...anna, mayAct: false };
  const own = { ...anna, sees: toSight(["anna"]) };
  for (const operator of [viewer, own]) {
    await expect(managed.here.look(operator, never)).rejects.toThrow("may not choose");
    const listing = { ...logins, isListed: false };
    await expect(managed.here.setListed(listing, operator)).rejects.toThrow("may not choose");
  }
  expect(await managed.store.unlistedSources.list()).toEqual([]);
});

it("keeps nothing of what is never found by itself", async () => {
  for (const provider of ["panel", "windows", "none"]) {
    const listing = { provider, settings: {}, isListed: false };
    await expect(managed.here.setListed(listing, anna)).rejects.toThrow("nothing like that");
  }
  const wrong = { provider: "proftpd", settings: { scoreboard: "no path" }, isListed: false };
  await expect(managed.here.setListed(wrong, anna)).rejects.toThrow("nothing like that");
  expect(await managed.store.unlistedSources.list()).toEqual([]);
});

it("leaves it to a server of this machine that is stored, for as long as it is", async () => {
  const via = { kind: "local" } as const;
  const id = await managed.save({ id: null, name: "mine", via, sources: [logins] });
  expect(await managed.here.look(anna, never)).toMatchObject({
    status: "decided",
    by: "server",
    servers: [{ name: "mine" }],
  });
  await managed.servers.remove(id, anna);
  expect(await managed.here.look(anna, never)).toMatchObject({ status: "found" });
});

it("leaves it to the configuration file where there is one, and shows what that names here", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-here-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const configFile = join(folder, "rollcall.yaml");
  const restartWith = async (text: string) => {
    await writeFile(configFile, text);
    await managed.restart({ configFile });
    return managed.here.look(anna, never);
  };
  const named = "servers: [{ name: mine, via: local, sources: [{ provider: linux-logins }] }]";
  expect(await restartWith(named)).toMatchObject({
    status: "decided",
    by: "file",
    servers: [{ name: "mine", lockedBy: "file" }],
  });
  expect(await restartWith("servers: []")).toEqual({ status: "decided", by: "file", servers: [] });
});
