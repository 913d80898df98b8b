import { expect, it } from "vitest";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { askForScoreboard, findScoreboard } from "./find-scoreboard";

const answer = (stdout: string) => ({
  stdout: Buffer.from(stdout),
  stderr: Buffer.from(""),
  exitCode: 0,
});

it("takes the file that a daemon locks, and none that a shell would have to quote", () => {
  expect(findScoreboard(answer("socket:[1]\n/var/log/x\n/run/p/scoreboard.lck\n"))).toBe(
    "/run/p/scoreboard",
  );
  expect(findScoreboard(answer("socket:[1]\n"))).toBeUndefined();
  expect(findScoreboard(answer("/run/$(id)/scoreboard.lck\n"))).toBeUndefined();
});

describeWith("proftpd", "with a real daemon", () => {
  it.runIf(process.getuid?.() === 0)("finds its scoreboard wherever it is", async () => {
    const daemon = await startRealProftpd([]);
    const transport = createLocalTransport();
    const found = await transport.run(askForScoreboard, AbortSignal.timeout(5000));
    expect(Buffer.from(found.stdout).toString()).toContain(`${daemon.scoreboard}.lck`);
    await transport.close();
    await daemon.stop();
  });
});
