import { afterAll, beforeAll, expect, it } from "vitest";
import type { Transport } from "@/lib/sessions/transport";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { proftpdProvider } from "./provider";

const local = createLocalTransport();
afterAll(() => local.close());
const inTime = () => AbortSignal.timeout(10_000);
const magic = "\xef\xbe\xad\xde";

/** As a kernel that leaves this process out of the children of the daemon, which stand before the scoreboard. */
function leavingOut(pid: () => number): Transport {
  return {
    ...local,
    async run(command, signal) {
      const answer = await local.run(command, signal);
      const text = Buffer.from(answer.stdout).toString("latin1");
      const cut = text.replace(new RegExp(`\\b${pid()} (?=[\\d ]*${magic})`), "");
      return { ...answer, stdout: Buffer.from(cut, "latin1") };
    },
  };
}

describeWith("proftpd", "a session that the kernel leaves out while others end", () => {
  let daemon: RealProftpd;
  beforeAll(async () => {
    daemon = await startRealProftpd(["anna"]);
  });
  afterAll(() => daemon.stop());

  it("is not said to have ended", async () => {
    await daemon.logIn("anna");
    let pid = 0;
    const settings = { scoreboard: daemon.scoreboard };
    const source = proftpdProvider.open(
      "a/proftpd",
      settings,
      leavingOut(() => pid),
    );
    const [anna] = await source.list(inTime());
    pid = Number(anna?.ref.id);
    for (let looks = 0; looks < 2; looks += 1) {
      expect((await source.list(inTime())).map(({ ref }) => ref)).toEqual([anna?.ref]);
    }
  });
});
