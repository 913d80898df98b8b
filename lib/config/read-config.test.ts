import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConfigFolder, makeConfigFolder } from "@/tests/support/config-folder";
import { readConfig } from "./read-config";

let config: ConfigFolder;
beforeAll(async () => {
  config = await makeConfigFolder();
});
afterAll(() => config.remove());

const fingerprint = `SHA256:${"x".repeat(43)}`;

it("reads servers of both ways, with settings, keys and defaults", async () => {
  const read = await config.read(
    `servers:
  - name: this-server
    via: local
    sources:
      - provider: proftpd
        scoreboard: /run/proftpd/proftpd.scoreboard
  - name: web01
    via:
      ssh: { host: 192.0.2.10, user: rollcall, privateKeyFile: key, hostKey: "${fingerprint}" }
    sources: [{ provider: proftpd }]
  - name: web02
    via:
      ssh: { host: web02.example, port: 2222, user: rollcall, password: "\${PASSWORD}" }
    sources: [{ provider: proftpd }]
ftpAccounts:
  - { login: "web*", type: web-user, domain: example.com }
`,
    { PASSWORD: "s3cret" },
  );
  expect(read.servers.map(({ name }) => name)).toEqual(["this-server", "web01", "web02"]);
  expect(read.servers[0]?.ssh).toBeUndefined();
  expect(read.servers[0]?.sources[0]?.settings).toEqual({
    scoreboard: "/run/proftpd/proftpd.scoreboard",
  });
  expect(read.servers[1]?.ssh).toEqual({
    host: "192.0.2.10",
    port: 22,
    user: "rollcall",
    credential: { privateKey: "the key\n" },
    hostKey: fingerprint,
  });
  expect(read.servers[2]?.ssh).toMatchObject({
    port: 2222,
    credential: { password: "s3cret" },
    hostKey: null,
  });
  expect(read.refresh).toEqual({ watchedSeconds: 1, unwatchedSeconds: 30, timeoutSeconds: 5 });
});

it("takes an empty file for no servers", async () => {
  expect((await config.read("")).servers).toEqual([]);
});

it("reports every mistake with its line and path, unknown keys included", async () => {
  const problems = await config.problemsOf(`servers:
  - name: one
    via: carrier-pigeon
    sources: [{ provider: proftpd }]
  - name: two
    via:
      ssh:
        host: "bad host"
        user: rollcall
        sources: 3
    sources: []
refresh: { timeoutSeconds: soon }
colour: red
`);
  expect(problems).toEqual([
    'rollcall.yaml:3: servers[0].via: must be "local" or "ssh:"',
    "rollcall.yaml:8: servers[1].via.ssh.host: must be a host name or an address",
    "rollcall.yaml:8: servers[1].via.ssh: needs exactly one of privateKeyFile, privateKey, passwordFile, password and agent",
    "rollcall.yaml:10: servers[1].via.ssh.sources: is not a known key",
    "rollcall.yaml:11: servers[1].sources: names no source",
    "rollcall.yaml:12: refresh.timeoutSeconds: Invalid input: expected number, received string",
    "rollcall.yaml:13: colour: is not a known key",
  ]);
});

it("reports names given twice, unknown providers and settings that a provider does not know", async () => {
  expect(
    await config.problemsOf(`servers:
  - name: one
    via: local
    sources:
      - provider: profptd
  - name: one
    via: local
    sources:
      - provider: proftpd
        scoreboard: relative/path
      - provider: proftpd
        colour: red
`),
  ).toEqual([
    'rollcall.yaml:5: servers[0].sources[0].provider: "profptd" is not a provider: use one of proftpd',
    'rollcall.yaml:6: servers[1].name: "one" is the name of two servers',
    "rollcall.yaml:10: servers[1].sources[0].scoreboard: must be an absolute path of letters, digits and the characters . _ - /",
    "rollcall.yaml:12: servers[1].sources[1].colour: is not a known key",
  ]);
});

it("does not take one source twice, which would count people twice", async () => {
  const server = (sources: string) => `servers:
  - name: one
    via: local
    sources: [${sources}]
`;
  const twice = "{ provider: proftpd }, { provider: proftpd }";
  expect(await config.problemsOf(server(twice))).toEqual([
    "rollcall.yaml:4: servers[0].sources[1]: proftpd is named twice",
  ]);
  const other = "{ provider: proftpd }, { provider: proftpd, scoreboard: /run/other }";
  expect(await config.problemsOf(server(other))).toEqual([]);
});

it("reports variables that are not set, broken YAML and a missing file", async () => {
  expect(await config.problemsOf("servers:\n  - name: $" + "{NOBODY}\n")).toEqual([
    "rollcall.yaml:2: servers[0].name: the environment variable NOBODY is not set",
    'rollcall.yaml:2: servers[0].via: must be "local" or "ssh:"',
    "rollcall.yaml:2: servers[0].sources: Invalid input: expected array, received undefined",
  ]);
  expect((await config.problemsOf("servers: [\n"))[0]).toMatch(/^rollcall.yaml:\d+: /);
  await expect(readConfig(join(config.path, "none.yaml"), [], {})).rejects.toThrow(
    /none\.yaml cannot be read: there is no such file; set ROLLCALL_CONFIG to .+\.$/,
  );
  await expect(readConfig(config.path, [], {})).rejects.toThrow(
    /it is a folder; set ROLLCALL_CONFIG/,
  );
});

it("reports the mistakes of every part together, from the top of the file to its end", async () => {
  expect(
    await config.problemsOf(`servers:
  - name: one
    via: carrier-pigeon
    sources: [{ provider: proftpd, colour: red }, { provider: profptd }]
  - name: two
    via: { ssh: { host: 3, port: true, user: r, passwordFile: none } }
    sources: [{ provider: proftpd, scoreboard: "$\{BOARD}" }]
  - name: one
    via: { ssh: { host: h, port: "22x", user: r, privateKeyFile: lost } }
    sources: [{ provider: proftpd }]
ftpAccounts:
  - { home: "/:domain/:domain/*", type: web-user }
`),
  ).toEqual([
    'rollcall.yaml:3: servers[0].via: must be "local" or "ssh:"',
    "rollcall.yaml:4: servers[0].sources[0].colour: is not a known key",
    'rollcall.yaml:4: servers[0].sources[1].provider: "profptd" is not a provider: use one of proftpd',
    expect.stringMatching(/^rollcall.yaml:6: servers\[1\].via.ssh.host: .*expected string/),
    "rollcall.yaml:6: servers[1].via.ssh.port: must be a whole number from 1 to 65535",
    expect.stringMatching(/^rollcall.yaml:6: servers\[1\].via.ssh.passwordFile: cannot be read/),
    "rollcall.yaml:7: servers[1].sources[0].scoreboard: the environment variable BOARD is not set",
    'rollcall.yaml:8: servers[2].name: "one" is the name of two servers',
    "rollcall.yaml:9: servers[2].via.ssh.port: must be a whole number from 1 to 65535",
    expect.stringMatching(/^rollcall.yaml:9: servers\[2\].via.ssh.privateKeyFile: cannot be read/),
    "rollcall.yaml:12: ftpAccounts[0].home: names :domain twice: one part of it can be the domain",
  ]);
});

it("refuses aliases that lead nowhere or grow without end, and a second document", async () => {
  expect(await config.problemsOf("refresh: {}\nservers: *none\n")).toEqual([
    "rollcall.yaml:2: servers: the alias *none has no anchor above it: write the value out",
  ]);
  const tenfold = (name: string, of: string) =>
    `${name}: &${name} [${Array(10).fill(`*${of}`).join(", ")}]\n`;
  expect(
    await config.problemsOf(
      `a: &a [x]\n${tenfold("b", "a")}${tenfold("c", "b")}${tenfold("d", "c")}`,
    ),
  ).toEqual(["rollcall.yaml:4: the aliases up to here stand for too much: write the values out"]);
  expect(await config.problemsOf("servers: []\n---\nservers: []\n")).toEqual([
    "rollcall.yaml:2: a second document begins here: put all into one, without the line ---",
  ]);
});
