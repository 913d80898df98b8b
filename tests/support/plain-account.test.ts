import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, constants } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Command, shScript } from "@/lib/sessions/command";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "./describe-with";
import { createPlainAccount, narrowRule, type PlainAccount } from "./plain-account";
import { type RealSshd, startRealSshd } from "./real-sshd";

describeWith("sudo", "a plain account over SSH", () => {
  let account: PlainAccount;
  let sshd: RealSshd;
  let transport: Transport;

  beforeAll(async () => {
    account = await createPlainAccount((name) => narrowRule(name, "/usr/sbin/pure-ftpwho"));
    sshd = await startRealSshd({ account: account.name });
    transport = createSshTransport({
      ...sshd,
      credential: { privateKey: sshd.privateKey },
      trustedFingerprint: async () => sshd.fingerprint,
    });
  });
  afterAll(async () => {
    await transport.close();
    await sshd.stop();
    await account.remove();
    await expect(access(account.home, constants.F_OK)).rejects.toThrow("ENOENT");
  });

  async function say(command: Command): Promise<string> {
    const { stdout, stderr } = await transport.run(command, AbortSignal.timeout(5000));
    return Buffer.concat([stdout, stderr]).toString();
  }

  it("runs commands as itself", async () => {
    expect(await say(shScript`id -u; id -un; echo rollcall-end`)).toBe(
      `${account.uid}\n${account.name}\n`,
    );
  });

  it("ends a process of another account with sudo, and not without", async () => {
    const victim = spawn("sleep", ["300"]);
    const ended = once(victim, "exit");
    const pid = victim.pid ?? 0;
    const alone = shScript`kill -TERM ${pid}; echo rollcall-end`;
    expect(await say(alone)).toMatch(/not permitted/);
    expect(await say(shScript`sudo -n /usr/bin/kill -TERM ${pid}; echo rollcall-end`)).toBe("");
    expect(await ended).toEqual([null, "SIGTERM"]);
  });

  it("ends a group of processes with sudo", async () => {
    const victim = spawn("sleep", ["300"], { detached: true });
    const ended = once(victim, "exit");
    const group = -(victim.pid ?? 0);
    await say(shScript`sudo -n /usr/bin/kill -INT -- ${group}; echo rollcall-end`);
    expect(await ended).toEqual([null, "SIGINT"]);
  });

  // Asked with -l, which runs nothing: a rule that is too wide must not end this machine.
  it.each([
    ["another signal", shScript`sudo -n -l kill -KILL 77 || echo refused; echo rollcall-end`],
    ["two processes", shScript`sudo -n -l kill -TERM 77 78 || echo refused; echo rollcall-end`],
    ["the first process", shScript`sudo -n -l kill -TERM 1 || echo refused; echo rollcall-end`],
    ["all processes", shScript`sudo -n -l kill -INT -- -1 || echo refused; echo rollcall-end`],
    ["another program", shScript`sudo -n -l id || echo refused; echo rollcall-end`],
  ])("is refused %s", async (_what, command) => {
    expect(await say(command)).toBe("refused\n");
  });

  it("reads the sockets of all with sudo", async () => {
    const command = shScript`sudo -n /usr/bin/ss -Htinp state established; echo rollcall-end`;
    expect(await say(command)).toContain('"sshd"');
  });

  it("is not made with a rule that sudo could not read", async () => {
    await expect(createPlainAccount((name) => `${name} ALL=(root NOPASSWD\n`)).rejects.toThrow(
      "syntax error",
    );
  });
});
