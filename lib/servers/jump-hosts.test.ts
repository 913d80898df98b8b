import { afterEach, expect, it } from "vitest";
import { shScript } from "@/lib/sessions/command";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "@/tests/support/describe-with";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { startScriptedSshServer } from "@/tests/support/scripted-ssh-server";
import { type JumpHosts, jumpName, openJumpHosts } from "./jump-hosts";

const inTime = () => AbortSignal.timeout(5_000);
const hello = shScript`echo hello; echo rollcall-end`;
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(): Promise<RealSshd> {
  const sshd = await startRealSshd();
  cleanups.push(() => sshd.stop());
  return sshd;
}

/** `pinned`: what an operator accepted before. */
function open(pinned: Readonly<Record<string, string>>): JumpHosts {
  const jumpHosts = openJumpHosts({ find: async (name) => pinned[name] });
  cleanups.push(() => jumpHosts.close());
  return jumpHosts;
}

const addressOf = ({ host, port, user, privateKey }: RealSshd) => ({
  host,
  port,
  user,
  credential: { privateKey },
  hostKey: null,
});

function reach(target: RealSshd, jump: RealSshd, jumpHosts: JumpHosts): Transport {
  const address = { ...addressOf(target), jump: addressOf(jump) };
  const transport = createSshTransport({
    ...address,
    way: jumpHosts.wayTo(address),
    trustedFingerprint: async () => target.fingerprint,
  });
  cleanups.push(() => transport.close());
  return transport;
}

describeWith("sshd", "a server behind a jump host", () => {
  it("is reached over one connection to the jump host, however many are behind it", async () => {
    const [jump, ...targets] = await Promise.all([start(), start(), start(), start()]);
    const jumpHosts = open({ [jumpName(jump)]: jump.fingerprint });
    const answers = await Promise.all(
      targets.map((target) => reach(target, jump, jumpHosts).run(hello, inTime())),
    );
    expect(answers.map(({ stdout }) => Buffer.from(stdout).toString())).toEqual(
      targets.map(() => "hello\n"),
    );
    expect(await jump.connectionProcessIds()).toHaveLength(1);
  });

  it("is not asked while the jump host is not trusted, and is at once when it is", async () => {
    const [jump, target] = await Promise.all([start(), start()]);
    const pinned: Record<string, string> = {};
    const transport = reach(target, jump, open(pinned));
    await expect(transport.run(hello, inTime())).rejects.toMatchObject({
      code: "not-trusted",
      message: expect.stringContaining(
        `its jump host ${jump.host} port ${jump.port}: its host key`,
      ),
    });
    expect(await target.connectionProcessIds()).toEqual([]);
    pinned[jumpName(jump)] = jump.fingerprint;
    const { stdout } = await transport.run(hello, inTime());
    expect(Buffer.from(stdout).toString()).toBe("hello\n");
  });

  it("that shows another host key sees no login", async () => {
    const jump = await start();
    const target = await startScriptedSshServer();
    cleanups.push(() => target.stop());
    const jumpHosts = open({ [jumpName(jump)]: jump.fingerprint });
    const { host, port, user, password } = target;
    const address = { host, port, user, credential: { password }, hostKey: null };
    const transport = createSshTransport({
      ...address,
      way: jumpHosts.wayTo({ ...address, jump: addressOf(jump) }),
      trustedFingerprint: async () => jump.fingerprint,
    });
    cleanups.push(() => transport.close());
    await expect(transport.run(hello, inTime())).rejects.toMatchObject({ code: "not-trusted" });
    expect([target.connections(), target.loginAttempts()]).toEqual([1, 0]);
  });

  it("that is down is told apart from its jump host being down", async () => {
    const [jump, target] = await Promise.all([start(), start()]);
    const jumpHosts = open({ [jumpName(jump)]: jump.fingerprint });
    const transport = reach(target, jump, jumpHosts);
    await transport.run(hello, inTime());
    await target.stop();
    await expect(transport.run(hello, inTime())).rejects.toMatchObject({ name: "SourceError" });
    await expect(transport.run(hello, inTime())).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(
        `^unreachable: its jump host .* port ${jump.port} does not reach .* port ${target.port}$`,
      ),
    });
    await jump.stop();
    await expect
      .poll(() => transport.run(hello, inTime()).catch((error: unknown) => error))
      .toMatchObject({
        code: "unreachable",
        message: expect.stringMatching(
          `^unreachable: its jump host .* port ${jump.port}: .* port ${jump.port}: nothing`,
        ),
      });
  });
});
