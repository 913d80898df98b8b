import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import { type Credentials, openCredentials } from "./credentials";
import { type PinChange, type ServerChange, type ServerRow, toPinName } from "./servers";

const now = new Date("2026-11-24T00:00:00Z");
const keyFolder = mkdtempSync(join(tmpdir(), "rollcall-servers-"));
const credentials: Credentials = openCredentials(join(keyFolder, "rollcall.key"));
const scratches: ScratchStore[] = [];
let scratch: ScratchStore;
beforeEach(async () => {
  scratch = await openScratchStore();
  scratches.push(scratch);
});
afterAll(async () => {
  for (const each of scratches) await each.remove();
  rmSync(keyFolder, { recursive: true });
});

const keep: PinChange = { kind: "keep" };
const forget: PinChange = { kind: "forget" };
const trust = (fingerprint: string): PinChange => ({ kind: "trust", fingerprint });

async function toRow(id: string, name: string, password = "secret"): Promise<ServerRow> {
  const credential = await credentials.seal(id, { kind: "password", password });
  const ssh = { host: "192.0.2.1", port: 22, user: "rollcall", credential } as const;
  const sources = [{ provider: "proftpd", settings: { scoreboard: "/run/scoreboard" } }];
  return { id, name, ssh: { ...ssh, credentialKind: "password" }, sources };
}

async function added(id: string, name: string, pin: PinChange): Promise<ServerChange> {
  return { server: await toRow(id, name), pin };
}

it("gives back what it was given, for another way to the same database too", async () => {
  const { servers } = scratch.store;
  const one = await added("1", "web01", trust("SHA256:one"));
  const local = { server: { id: "2", name: "here", ssh: null, sources: [] }, pin: forget };
  expect(await servers.save([one, local], now)).toBe("saved");
  expect(await servers.list()).toEqual([local.server, one.server]);
  const [, found] = await servers.list();
  expect(await credentials.unseal("1", found?.ssh?.credential ?? new Uint8Array())).toEqual({
    kind: "password",
    password: "secret",
  });
});

it("keeps no credential readable in any file of the database", async () => {
  const { servers } = scratch.store;
  const password = "correct horse battery staple";
  const privateKey = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n";
  const server = await toRow("1", "web01", password);
  await servers.save([{ server, pin: forget }], now);
  const credential = await credentials.seal("1", {
    kind: "privateKey",
    privateKey,
    passphrase: "open sesame",
  });
  const ssh = server.ssh && { ...server.ssh, credentialKind: "privateKey" as const, credential };
  await servers.save([{ server: { ...server, ssh }, previousName: "web01", pin: keep }], now);

  const folder = dirname(scratch.databaseUrl.replace("file:", ""));
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const all = Buffer.concat(files);
  expect(all.includes("web01")).toBe(true);
  for (const secret of [password, "b3BlbnNzaC1rZXkt", "OPENSSH", "open sesame"]) {
    expect(all.includes(secret)).toBe(false);
    expect(all.includes(Buffer.from(secret).toString("base64").replace(/=+$/, ""))).toBe(false);
  }
});

it("does not open a credential that was moved to another row", async () => {
  const server = await toRow("1", "web01");
  const { credential = new Uint8Array() } = server.ssh ?? {};
  await expect(credentials.unseal("2", credential)).rejects.toMatchObject({
    code: "key-file",
    message: expect.stringMatching(
      /does not open with the key in .+ or enter the credential again$/,
    ),
  });
});

it("keeps the pin through a new name, and leaves alone what is pinned under either name", async () => {
  const { servers, trustedHostKeys } = scratch.store;
  await trustedHostKeys.trust("web01", "SHA256:file", now);
  await trustedHostKeys.trust("web02", "SHA256:other file", now);
  const others = await trustedHostKeys.list();
  await servers.save([await added("1", "web01", trust("SHA256:one"))], now);
  const renamed = await toRow("1", "web02");
  await servers.save([{ server: renamed, previousName: "web01", pin: keep }], now);
  expect(await trustedHostKeys.find(toPinName("1"))).toBe("SHA256:one");
  const again = await toRow("1", "web03");
  await servers.save([{ server: again, previousName: "web02", pin: forget }], now);
  expect(await trustedHostKeys.list()).toEqual(others);
});

it("takes FTP accounts along to a new name, where those of a former server of that name end", async () => {
  const { servers, domains, users } = scratch.store;
  await addUser(scratch.store, "carl", "customer");
  const ownerId = (await users.find("carl"))?.id ?? "";
  const account = (login: string, server: string | null) =>
    ({ id: `${login} ${server}`, login, server, type: "web-user", domainId: "d" }) as const;
  await domains.write(
    {
      added: [{ id: "d", name: "d.example", plainName: "d.example", ownerId }],
      changed: [],
      given: [],
      removedAccountIds: [],
      addedAccounts: [account("anna", "web01"), account("anna", "web02"), account("bert", null)],
    },
    now,
  );
  await servers.save([await added("1", "web01", keep)], now);
  const before = await scratch.store.sights.version();
  const renamed = await toRow("1", "web02");
  await servers.save([{ server: renamed, previousName: "web01", pin: keep }], now);
  expect(await domains.listAccounts()).toMatchObject([
    { id: "anna web01", server: "web02" },
    { id: "bert null", server: null },
  ]);
  expect(await scratch.store.sights.version()).toBe(before + 1);
});

it("saves all or nothing: a name that is taken leaves every row and pin as it was", async () => {
  const { servers, trustedHostKeys } = scratch.store;
  await servers.save([await added("1", "web01", trust("SHA256:one"))], now);
  const before = [await servers.list(), await trustedHostKeys.list()];
  const changes = [
    await added("2", "web02", trust("SHA256:two")),
    await added("3", "web01", trust("SHA256:three")),
  ];
  expect(await servers.save(changes, now)).toBe("nameTaken");
  expect([await servers.list(), await trustedHostKeys.list()]).toEqual(before);
});

it("removes a server with its pin, once", async () => {
  const { servers, trustedHostKeys } = scratch.store;
  const changes = [
    await added("1", "web01", trust("SHA256:one")),
    await added("2", "web02", trust("SHA256:two")),
  ];
  await servers.save(changes, now);
  expect(await servers.remove("1")).toBe(true);
  expect(await servers.remove("1")).toBe(false);
  expect((await servers.list()).map(({ name }) => name)).toEqual(["web02"]);
  expect(await trustedHostKeys.list()).toEqual(new Map([[toPinName("2"), "SHA256:two"]]));
});
