import { rename } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { reason } from "@/lib/sessions/reason";
import { describeWith } from "@/tests/support/describe-with";
import {
  anna,
  type ManagedServers,
  openManagedServers,
  toDraft,
  toSshdDraft,
} from "@/tests/support/managed-servers";
import { startRealSshd } from "@/tests/support/real-sshd";
import { startScriptedSshServer } from "@/tests/support/scripted-ssh-server";
import { waitFor } from "@/tests/support/wait-for";

let managed: ManagedServers;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  managed = await openManagedServers();
});
afterEach(async () => {
  await managed.remove();
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function startSshd() {
  const sshd = await startRealSshd();
  cleanups.push(() => sshd.stop());
  return sshd;
}

const watchedOn = (name: string) =>
  managed.sources.servers.sourcesOf(name).map(({ watched }) => watched);
const lookAtAll = () => Promise.all(managed.sources.current().map((source) => source.look()));

describeWith("sshd", "a stored server", () => {
  it("is asked as soon as it is saved, and after a restart, until it is removed", async () => {
    const sshd = await startSshd();
    const id = await managed.save(toSshdDraft("web01", sshd));
    await lookAtAll();
    expect(await sshd.connectionProcessIds()).toHaveLength(1);
    expect((await managed.find("web01"))?.sources).toMatchObject([
      { id: "web01/vsftpd", title: "vsftpd", kind: "ftp", answer: { source: { server: "web01" } } },
    ]);

    await managed.restart();
    await waitFor(async () => (await sshd.connectionProcessIds()).length === 0);
    await lookAtAll();
    expect(await sshd.connectionProcessIds()).toHaveLength(1);

    expect(await managed.servers.remove(id, anna)).toEqual({ status: "removed" });
    await waitFor(async () => (await sshd.connectionProcessIds()).length === 0);
    expect(watchedOn("web01")).toEqual([]);
    expect(await managed.servers.remove(id, anna)).toEqual({ status: "gone" });
    await managed.restart();
    expect(await managed.find("web01")).toBeUndefined();
  });

  it("alone is opened anew when it is saved: the connection to another stays", async () => {
    const [one, other] = await Promise.all([startSshd(), startSshd()]);
    const id = await managed.save(toSshdDraft("web01", one));
    await managed.save(toSshdDraft("web02", other));
    await lookAtAll();
    const [former] = await one.connectionProcessIds();
    const untouched = [await other.connectionProcessIds(), watchedOn("web02")];

    const sources = [{ provider: "proftpd", settings: {} }];
    await managed.save({ ...toSshdDraft("web01", one), id, sources });
    await waitFor(async () => !(await one.connectionProcessIds()).includes(former ?? 0));
    await lookAtAll();
    expect(watchedOn("web01").map(({ label }) => label.id)).toEqual(["web01/proftpd"]);
    expect(await one.connectionProcessIds()).toHaveLength(1);
    expect([await other.connectionProcessIds(), watchedOn("web02")]).toEqual(untouched);
    expect(watchedOn("web02")[0]).toBe(untouched[1]?.[0]);
  });
});

it("starts without the key file, says so of each server it seals, tries no login and loses nothing", async () => {
  const server = await startScriptedSshServer({ onCommand: (channel) => channel.end() });
  cleanups.push(() => server.stop());
  const { port, fingerprint: hostKey } = server;
  const credential = { kind: "password", password: server.password } as const;
  await managed.save(toDraft("web01", { port, hostKey, credential }));
  await managed.save({ ...toDraft("here"), via: { kind: "local" } });
  const { keyFile } = managed;
  await rename(keyFile, `${keyFile}.away`);

  await managed.restart();
  await lookAtAll();
  expect(server.connections()).toBe(0);
  expect(await managed.find("web01")).toMatchObject({
    problem: reason("keyFileMissing", { path: keyFile }),
    via: { hostKey },
    sources: [{ id: "web01/vsftpd", answer: null, lookMs: null }],
  });
  expect(await managed.find("here")).toMatchObject({ problem: null });

  await rename(`${keyFile}.away`, keyFile);
  await managed.restart();
  expect(await managed.find("web01")).toMatchObject({ problem: null });
  await lookAtAll();
  expect(server.loginAttempts()).toBeGreaterThan(0);
});

it("says of a server that another key sealed that its credential does not open, until it is entered again", async () => {
  const id = await managed.save(toDraft("web01"));
  const keyFile = `${managed.keyFile}.other`;
  await managed.restart({ keyFile });
  await managed.save(toDraft("web02"));
  await managed.restart({ keyFile });
  expect(await managed.find("web01")).toMatchObject({
    problem: reason("sealedByOther", { path: keyFile }),
  });
  expect(await managed.find("web02")).toMatchObject({ problem: null });
  await managed.save({ ...toDraft("web01"), id });
  expect(await managed.find("web01")).toMatchObject({ problem: null });
});

it("says of a server with a source that this version cannot open that it is to be saved again", async () => {
  await managed.save(toDraft("web01"));
  const [row] = await managed.store.servers.list();
  if (!row) throw new Error("nothing was stored");
  for (const source of [
    { provider: "later", settings: {} },
    { provider: "vsftpd", settings: { later: true } },
  ]) {
    const server = { ...row, sources: [source] };
    const change = { server, previousName: row.name, pin: { kind: "keep" } } as const;
    await managed.store.servers.save([change], new Date());
    await managed.restart();
    const problem = reason("sourceUnopenable", { name: source.provider });
    expect(await managed.find("web01")).toMatchObject({ problem });
    expect(watchedOn("web01")).toEqual([]);
  }
});

it("leaves what runs on this machine to be found only until a stored server says what there is", async () => {
  const found = () => watchedOn("this-server").map(({ label }) => label.provider);
  await managed.sources.findMore();
  const before = found();
  expect(before).toContain("panel");
  await managed.save(toDraft("web01"));
  // Another test may start a daemon on this machine meanwhile.
  expect(found()).toEqual(expect.arrayContaining([...before]));
  const id = await managed.save({ ...toDraft("here"), via: { kind: "local" } });
  expect(found()).toEqual(["panel"]);
  await managed.servers.remove(id, anna);
  expect(found()).toEqual(expect.arrayContaining([...before]));
});
