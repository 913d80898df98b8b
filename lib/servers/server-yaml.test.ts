import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ssh2 from "ssh2";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readConfig } from "@/lib/config/read-config";
import { inEnglish } from "@/lib/sessions/reason";
import type { ImportProblem } from "@/lib/sessions/server";
import {
  anna,
  type ManagedServers,
  openManagedServers,
  toDraft,
} from "@/tests/support/managed-servers";

const hostKey = `SHA256:${"a".repeat(43)}`;
const { private: privateKey } = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
const key = { kind: "privateKey", privateKey, passphrase: null } as const;

let managed: ManagedServers;
let other: ManagedServers;
beforeEach(async () => {
  [managed, other] = await Promise.all([openManagedServers(), openManagedServers()]);
});
afterEach(async () => {
  await managed.remove();
  await other.remove();
});

/** What stands for a credential, as a person fills it in. */
function fillIn(yaml: string): string {
  const block = privateKey.trimEnd().replace(/\n/g, "\n          ");
  return yaml
    .replace(/\$\{\w+\}/g, "the password")
    .replace(/privateKeyFile: .*/g, `privateKey: |\n          ${block}`);
}

async function saveThree() {
  await managed.save(toDraft("web 01: ü", { hostKey, port: 2222 }));
  const sources = [
    { provider: "proftpd", settings: { scoreboard: "/run/scoreboard" } },
    { provider: "windows", settings: { codePage: 850 } },
  ];
  await managed.save({ ...toDraft("ts01", { credential: key }), sources });
  await managed.save({ ...toDraft("here"), via: { kind: "local" } });
}

it("brings all servers to another Rollcall once their credentials are filled in", async () => {
  await saveThree();
  const yaml = await managed.servers.exportYaml(anna);
  expect(await other.servers.importYaml(fillIn(yaml), anna)).toEqual({
    added: 3,
    changed: 0,
    problems: [],
  });
  expect(await other.servers.exportYaml(anna)).toBe(yaml);
  expect(await other.find("web 01: ü")).toMatchObject({ problem: null, via: { hostKey } });
  expect(await other.servers.importYaml(fillIn(yaml), anna)).toMatchObject({ changed: 3 });
});

it("exports a configuration file that starts Rollcall, and no credential", async () => {
  await saveThree();
  const yaml = await managed.servers.exportYaml(anna);
  expect(yaml).not.toContain("a secret password");
  expect(yaml).not.toContain(privateKey.split("\n")[1]);
  const folder = await mkdtemp(join(tmpdir(), "rollcall-export-"));
  try {
    const file = join(folder, "rollcall.yaml");
    const keyFile = join(folder, "ts01");
    await writeFile(file, yaml.replace("keys/ts01", keyFile));
    await writeFile(keyFile, privateKey);
    const variables = { WEB_01_PASSWORD: "the password" };
    const { servers } = await readConfig(file, managed.sources.providers, variables);
    expect(servers).toMatchObject([
      { name: "here" },
      { name: "ts01", ssh: { credential: { privateKey }, hostKey: null } },
      { name: "web 01: ü", ssh: { port: 2222, credential: { password: "the password" }, hostKey } },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const toLine = ({ place, why }: ImportProblem) => `${place}: ${inEnglish(why)}`;

it("says of every mistake where it stands, and imports nothing", async () => {
  await saveThree();
  const before = await managed.servers.exportYaml(anna);
  const { problems, ...counts } = await managed.servers.importYaml(
    `servers:
  - name: good
    via: { ssh: { host: a, user: r, password: p } }
    sources: [{ provider: vsftpd }]
  - name: this-server
    via: { ssh: { host: a, user: r, privateKeyFile: /etc/shadow } }
    sources: [{ provider: vsftpd }]
  - name: web02
    via: { ssh: { host: "\${ROLLCALL_ADMIN_PASSWORD}", user: r, passwordFile: /etc/passwd } }
    sources: [{ provider: profptd }, { provider: panel }]
  - name: web03
    via: { ssh: { host: a, user: r, agent: /run/agent, jump: { host: b, user: r, agent: /run/agent } } }
    sources: [{ provider: vsftpd }]
refresh: { watchedSeconds: 2 }
`,
    anna,
  );
  expect(counts).toEqual({ added: 0, changed: 0 });
  expect(problems.map(toLine)).toEqual([
    expect.stringMatching(/^import:5: servers\[1\]\.name: "this-server" is the name/),
    expect.stringMatching(
      /^import:6: servers\[1\]\.via\.ssh\.privateKeyFile: an import reads no files/,
    ),
    expect.stringMatching(
      /^import:9: servers\[2\]\.via\.ssh\.host: an import reads no environment/,
    ),
    expect.stringMatching(
      /^import:9: servers\[2\]\.via\.ssh\.passwordFile: an import reads no files/,
    ),
    expect.stringMatching(/^import:10: servers\[2\]\.sources\[0\]\.provider: "profptd"/),
    expect.stringMatching(/^import:10: servers\[2\]\.sources\[1\]: Rollcall lists its own/),
    expect.stringMatching(/^import:12: servers\[3\]\.via\.ssh\.agent: works in the configuration/),
    expect.stringMatching(/^import:12: servers\[3\]\.via\.ssh\.jump: works in the configuration/),
    expect.stringMatching(/^import:14: refresh: is set in the configuration file only/),
  ]);
  expect(await managed.servers.exportYaml(anna)).toBe(before);
});

it("says of a key that cannot be used which server has it, and imports no other", async () => {
  const yaml = `servers:
  - { name: good, via: local, sources: [{ provider: vsftpd }] }
  - name: web01
    via: { ssh: { host: a, user: r, privateKey: no key } }
    sources: [{ provider: vsftpd }]
`;
  const { problems } = await managed.servers.importYaml(yaml, anna);
  expect(problems.map(toLine)).toEqual([
    expect.stringMatching(/^import: web01: via\.credential: the private key of r cannot be used/),
  ]);
  expect(await managed.find("good")).toBeUndefined();
});

it("keeps the accepted host key of a server that it changes, unless the address is another", async () => {
  await managed.save(toDraft("web01", { hostKey }));
  const toYaml = (port: number) => `servers:
  - name: web01
    via: { ssh: { host: 127.0.0.1, port: ${port}, user: other, password: p } }
    sources: [{ provider: vsftpd }]
`;
  expect(await managed.servers.importYaml(toYaml(1), anna)).toMatchObject({ changed: 1 });
  expect(await managed.find("web01")).toMatchObject({ via: { user: "other", hostKey } });
  await managed.servers.importYaml(toYaml(2), anna);
  expect(await managed.find("web01")).toMatchObject({ via: { port: 2, hostKey: null } });
});
