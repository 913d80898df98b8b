import { connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { shScript } from "@/lib/sessions/command";
import { createSshTransport } from "@/lib/transports/ssh";
import { type CutNetwork, startCutNetwork } from "@/tests/support/cut-network";
import { describeWith } from "@/tests/support/describe-with";
import { type SshFleet, startSshFleet } from "@/tests/support/ssh-fleet";
import { waitFor } from "@/tests/support/wait-for";

const hello = shScript`echo hello; echo rollcall-end`;
const inTime = (timeoutMs = 5000) => AbortSignal.timeout(timeoutMs);

const title = "a connection whose network is gone without a word";
describeWith(["root", "sshd"], title, describeHalfOpen);

function describeHalfOpen() {
  let network: CutNetwork | undefined;
  let fleet: SshFleet | undefined;
  afterEach(async () => {
    await fleet?.stop();
    await network?.stop();
  });

  async function start() {
    network = await startCutNetwork();
    const { address, enter } = network;
    fleet = await startSshFleet({ addresses: [address], enter });
    const { port, user, privateKey, fingerprint } = fleet;
    const sockets: Socket[] = [];
    const transport = createSshTransport({
      ...{ host: address, port, user, credential: { privateKey } },
      trustedFingerprint: async () => fingerprint,
      way: async () => async (to) => {
        const socket = connect({ ...to, noDelay: true });
        sockets.push(socket);
        return socket;
      },
    });
    const look = async (timeoutMs?: number) => {
      const { stdout } = await transport.run(hello, inTime(timeoutMs));
      return Buffer.from(stdout).toString();
    };
    return { network, transport, look, sockets };
  }

  it("is given up within 22 s though nobody looks, said, and made again when the network is back", async () => {
    const { network, transport, look, sockets } = await start();
    expect(await look()).toBe("hello\n");
    const [first] = sockets;
    expect(first?.destroyed).toBe(false);

    await network.cut();
    await waitFor(() => first?.destroyed, 22_000);
    const failure: unknown = await look(10_000).catch((error: unknown) => error);
    expect(["unreachable", "timed-out"]).toContain(Reflect.get(Object(failure), "code"));

    await network.mend();
    await waitFor(async () => (await look().catch(() => "")) === "hello\n", 15_000);
    await transport.close();
  }, 60_000);

  it("fails a look under way at its deadline, and answers again when the network is back", async () => {
    const { network, transport, look } = await start();
    expect(await look()).toBe("hello\n");
    await network.cut();
    await expect(look(1500)).rejects.toMatchObject({ name: "TimeoutError" });
    await network.mend();
    await waitFor(async () => (await look().catch(() => "")) === "hello\n", 15_000);
    await transport.close();
  }, 60_000);
}
