import { afterAll, beforeAll, expect, it } from "vitest";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";
import { endConnections, parseEnded } from "./end-connections";
import { proftpdProvider } from "./provider";

const inTime = () => AbortSignal.timeout(5000);
const transport = createLocalTransport();
afterAll(() => transport.close());

async function end(pid: number, startTicks: number, settings = {}) {
  const answer = await transport.run(endConnections([{ pid, startTicks }], settings), inTime());
  return parseEnded(answer, [{ pid }]).get(pid);
}

describeWith("proftpd", "the script that ends a session", () => {
  let daemon: RealProftpd;
  beforeAll(async () => {
    daemon = await startRealProftpd(["anna"]);
  });
  afterAll(() => daemon.stop());

  async function logIn() {
    const client = await daemon.logIn("anna");
    const source = proftpdProvider.open("a/proftpd", { scoreboard: daemon.scoreboard }, transport);
    const ref = (await source.list(inTime())).at(-1)?.ref;
    return { client, pid: Number(ref?.id), ticks: Number(ref?.start) };
  }

  it("signals nobody whose process started at another time", async () => {
    const { client, pid, ticks } = await logIn();
    expect(await end(pid, ticks + 1)).toEqual({ status: "replaced" });
    expect((await client.send("NOOP")).code).toBe(200);
    client.close();
  });

  it("signals nobody who is no ProFTPD, or not the program of the settings", async () => {
    expect(await end(process.pid, 1)).toEqual({ status: "gone" });
    const { client, pid, ticks } = await logIn();
    const settings = proftpdProvider.settingsSchema.parse({ program: "/usr/bin/other" });
    expect(await end(pid, ticks, { ...Object(settings) })).toEqual({ status: "replaced" });
    expect((await client.send("NOOP")).code).toBe(200);
    client.close();
  });

  it("signals the one whose pid and start are those that were seen", async () => {
    const { client, pid, ticks } = await logIn();
    expect(await end(pid, ticks)).toEqual({ status: "asked" });
    await waitFor(
      () =>
        client.closed ||
        client.send("NOOP").then(
          () => false,
          () => true,
        ),
    );
    expect(await end(pid, ticks)).toEqual({ status: "gone" });
  });
});

it("keeps the reason of each refusal with its own process", () => {
  const stdout = Buffer.from(
    "refused 12 kill: (12) - Operation not permitted\nrefused 13 sudo: no\n",
  );
  const asked = parseEnded({ stdout, stderr: Buffer.from(""), exitCode: 0 }, [
    { pid: 12 },
    { pid: 13 },
  ]);
  expect(asked.get(12)).toEqual({
    status: "refused",
    reason: "kill: (12) - Operation not permitted",
  });
  expect(asked.get(13)).toEqual({ status: "refused", reason: "sudo: no" });
});
