import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConfigFolder, makeConfigFolder } from "@/tests/support/config-folder";

let config: ConfigFolder;
beforeAll(async () => {
  config = await makeConfigFolder();
});
afterAll(() => config.remove());

const fingerprint = `SHA256:${"x".repeat(43)}`;

it("reads a key that an agent holds, and the server that leads to another", async () => {
  const { servers } = await config.read(`servers:
  - name: web01
    via:
      ssh:
        host: 10.0.0.5
        user: rollcall
        agent: /run/agent.sock
        jump: { host: bastion.example, user: hop, privateKeyFile: key, hostKey: "${fingerprint}" }
    sources: [{ provider: proftpd }]
`);
  expect(servers[0]?.ssh).toEqual({
    host: "10.0.0.5",
    port: 22,
    user: "rollcall",
    credential: { agent: "/run/agent.sock" },
    hostKey: null,
    jump: {
      host: "bastion.example",
      port: 22,
      user: "hop",
      credential: { privateKey: "the key\n" },
      hostKey: fingerprint,
    },
  });
});

it("reports the mistakes of a jump host where they stand", async () => {
  const jump = "{ host: hop, user: hop, privateKeyFile: lost, jump: { host: two } }";
  const problems = await config.problemsOf(`servers:
  - name: web01
    via: { ssh: { host: a, user: r, agent: agent.sock, jump: ${jump} } }
    sources: [{ provider: proftpd }]
`);
  expect(problems).toEqual([
    expect.stringContaining("servers[0].via.ssh.agent: must be the absolute path"),
    expect.stringContaining("servers[0].via.ssh.jump.jump: is not a known key"),
    expect.stringContaining("servers[0].via.ssh.jump.privateKeyFile: cannot be read"),
  ]);
});

it("reads a password from its file without the line end", async () => {
  const read = await config.read(`servers:
  - name: web01
    via: { ssh: { host: web01, user: rollcall, passwordFile: password } }
    sources: [{ provider: proftpd }]
`);
  expect(read.servers[0]?.ssh?.credential).toEqual({ password: "the password" });
});

it("asks for exactly one credential, and for files that can be read", async () => {
  const withSsh = (ssh: string) => `servers:
  - name: one
    via: { ssh: { host: one, user: rollcall${ssh} } }
    sources: [{ provider: proftpd }]
`;
  const needsOne =
    "rollcall.yaml:3: servers[0].via.ssh: needs exactly one of privateKeyFile, privateKey, passwordFile, password and agent";
  expect(await config.problemsOf(withSsh(""))).toEqual([needsOne]);
  expect(await config.problemsOf(withSsh(", password: a, passwordFile: password"))).toEqual([
    needsOne,
  ]);
  const [missing] = await config.problemsOf(withSsh(", privateKeyFile: no-such-key"));
  expect(missing).toMatch(/^rollcall.yaml:3: servers\[0\].via.ssh.privateKeyFile: cannot be read/);
});

it("takes a port from a variable", async () => {
  const read = await config.read(
    `servers:
  - name: web01
    via: { ssh: { host: web01, port: "$\{SSH_PORT}", user: r, password: p } }
    sources: [{ provider: proftpd }]
`,
    { SSH_PORT: "2222" },
  );
  expect(read.servers[0]?.ssh?.port).toBe(2222);
});
