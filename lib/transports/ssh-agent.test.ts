import { expect, it } from "vitest";
import { shScript } from "@/lib/sessions/command";
import { describeWith } from "@/tests/support/describe-with";
import { startRealSshAgent } from "@/tests/support/real-ssh-agent";
import { startRealSshd } from "@/tests/support/real-sshd";
import { createSshTransport } from "./ssh";

const inTime = () => AbortSignal.timeout(5_000);
const hello = shScript`echo hello; echo rollcall-end`;

describeWith("sshd", "a key that an SSH agent holds", () => {
  it("opens the server, and an agent that is gone is told from a refused login", async () => {
    const sshd = await startRealSshd();
    const agent = await startRealSshAgent(sshd.privateKey);
    const open = () =>
      createSshTransport({
        ...sshd,
        credential: { agent: agent.socket },
        trustedFingerprint: async () => sshd.fingerprint,
      });
    const transport = open();
    const { stdout } = await transport.run(hello, inTime());
    expect(Buffer.from(stdout).toString()).toBe("hello\n");
    await agent.stop();
    // What is open goes on without the agent.
    await transport.run(hello, inTime());
    await transport.close();
    const later = open();
    await expect(later.run(hello, inTime())).rejects.toMatchObject({
      code: "refused",
      message: expect.stringMatching(
        /^refused: the SSH agent that holds the key of .* does not answer/,
      ),
    });
    await later.close();
    await sshd.stop();
  });
});
