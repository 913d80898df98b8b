import { afterAll, beforeAll, expect, it } from "vitest";
import { shScript } from "@/lib/sessions/command";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "@/tests/support/describe-with";
import { descendantsOf, sendSignal } from "@/tests/support/processes";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { watchScripted } from "@/tests/support/scripted-source";
import { waitFor } from "@/tests/support/wait-for";

const hello = shScript`echo hello; echo rollcall-end`;
const inTime = (timeoutMs = 10_000) => AbortSignal.timeout(timeoutMs);

describeWith("sshd", "a server with a real sshd", () => {
  let sshd: RealSshd;
  beforeAll(async () => {
    sshd = await startRealSshd();
  });
  afterAll(() => sshd.stop());

  const open = () =>
    createSshTransport({
      ...sshd,
      credential: { privateKey: sshd.privateKey },
      trustedFingerprint: async () => sshd.fingerprint,
    });

  it("that freezes in mid-answer is stale with what it said before, and answers again once thawed", async () => {
    const transport = open();
    let command = hello;
    const list = async () => {
      await transport.run(command, inTime(1000));
      return [];
    };
    const { watched } = watchScripted({ list });
    const known = await waitFor(async () => {
      const answer = await watched.look();
      return answer.state === "answered" && answer;
    });

    command = shScript`echo half of it; sleep 300; echo rollcall-end`;
    const [connection = 0] = await sshd.connectionProcessIds();
    const look = watched.look();
    await waitFor(async () => (await descendantsOf(connection)).length >= 2);
    const frozen = [sshd.processId, connection, ...(await descendantsOf(connection))];
    for (const pid of frozen) sendSignal(pid, "SIGSTOP");
    try {
      expect(await look).toMatchObject({
        state: "stale",
        answeredAt: known.answeredAt,
        failure: { code: "timed-out" },
      });
      expect(await watched.look()).toMatchObject({ state: "stale" });
    } finally {
      for (const pid of frozen) sendSignal(pid, "SIGCONT");
    }
    command = hello;
    await waitFor(async () => (await watched.look()).state === "answered");
    await transport.close();
  });

  it("that answers 300 MB to every look costs no more memory with each", async () => {
    const transport = open();
    const endless = shScript`head -c 300000000 /dev/zero; echo rollcall-end`;
    const failures = new Set<unknown>();
    // The error itself is not kept: its stack holds on to what was read.
    const look = async () => {
      const run = transport.run(endless, inTime());
      failures.add(await run.catch((error: unknown) => Reflect.get(Object(error), "code")));
    };
    for (let warmUp = 0; warmUp < 20; warmUp += 1) await look();
    const before = process.memoryUsage().rss;
    for (let looks = 0; looks < 60; looks += 1) await look();
    // Each was ended at 2 MiB, which would be 120 if they stayed.
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
    expect([...failures]).toEqual(["too-large"]);
    const [connection = 0] = await sshd.connectionProcessIds();
    await waitFor(async () => (await descendantsOf(connection)).length === 0);
    expect(await transport.run(hello, inTime())).toMatchObject({ exitCode: 0 });
    await transport.close();
  });
});
