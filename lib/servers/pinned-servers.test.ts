import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  anna,
  type ManagedServers,
  openManagedServers,
  toDraft,
} from "@/tests/support/managed-servers";
import {
  type ScriptedSshServer,
  startScriptedSshServer,
} from "@/tests/support/scripted-ssh-server";

const fingerprint = (letter: string) => `SHA256:${letter.repeat(43)}`;

let managed: ManagedServers;
let server: ScriptedSshServer;
beforeEach(async () => {
  [managed, server] = await Promise.all([openManagedServers(), startScriptedSshServer()]);
});
afterEach(async () => {
  await managed.remove();
  await server.stop();
});

/** Starts anew with a configuration file that names one server. */
async function restartWith(ssh: object) {
  const configFile = join(dirname(managed.keyFile), "rollcall.yaml");
  const sources = [{ provider: "vsftpd" }];
  const servers = [{ name: "web01", via: { ssh }, sources }];
  await writeFile(configFile, JSON.stringify({ servers }));
  await managed.restart({ configFile });
}

const lookAtAll = () => Promise.all(managed.sources.current().map((source) => source.look()));

it("tells no password of the configuration file where a key was accepted for a stored server of that name", async () => {
  await managed.save(toDraft("web01", { host: "192.0.2.1", hostKey: server.fingerprint }));
  const { host, port } = server;
  await restartWith({ host, port, user: "rollcall", password: "of the file" });
  await lookAtAll();
  expect([server.connections(), server.loginAttempts()]).toEqual([1, 0]);
});

it("tells none to a jump host either, whatever a stored server is called", async () => {
  const { host, port, fingerprint: hostKey } = server;
  await managed.save(toDraft(`jump host ${host} port ${port}`, { hostKey }));
  const jump = { host, port, user: "rollcall", password: "of the file" };
  const login = { user: "rollcall", password: "another" };
  await restartWith({ host, port: 1, ...login, hostKey: fingerprint("a"), jump });
  await lookAtAll();
  expect([server.connections(), server.loginAttempts()]).toEqual([1, 0]);
});

it("leaves the pin of the configuration file alone when a stored server of that name is renamed or removed", async () => {
  const id = await managed.save(toDraft("web01", { hostKey: fingerprint("a") }));
  const { host, port } = server;
  await restartWith({ host, port, user: "rollcall", password: "of the file" });
  const { trustedHostKeys } = managed.store;
  await trustedHostKeys.trust("web01", fingerprint("b"), new Date());
  await managed.save({ ...toDraft("web02", { credential: { kind: "kept" } }), id });
  expect(await managed.find("web02")).toMatchObject({ via: { hostKey: fingerprint("a") } });
  expect(await trustedHostKeys.find("web01")).toBe(fingerprint("b"));

  await managed.servers.remove(id, anna);
  expect(await trustedHostKeys.list()).toEqual(new Map([["web01", fingerprint("b")]]));
});
