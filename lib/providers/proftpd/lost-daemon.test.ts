import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { FtpSession } from "@/lib/sessions/session";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";
import { proftpdProvider } from "./provider";

const transport = createLocalTransport();
afterAll(() => transport.close());
const inTime = () => AbortSignal.timeout(10_000);

const openSource = (daemon: RealProftpd) =>
  proftpdProvider.open("a/proftpd", { scoreboard: daemon.scoreboard }, transport);

async function list(source: SessionSource) {
  return (await source.list(inTime())).filter((session) => session.kind === "ftp");
}

const usersOf = (sessions: readonly FtpSession[]) => sessions.map(({ user }) => user);

describeWith("proftpd", "sessions of a ProFTPD whose daemon is lost", () => {
  let daemon: RealProftpd;
  let source: SessionSource;

  beforeEach(async () => {
    daemon = await startRealProftpd(["anna", "bruno", "(none)"]);
    source = openSource(daemon);
  });
  afterEach(() => daemon.stop());

  it("lists on the sessions of a daemon that was killed, and says so", async () => {
    const anna = await daemon.logIn("anna");
    const refs = (await list(source)).map(({ ref }) => ref);
    await daemon.kill();
    for (const each of [source, openSource(daemon)]) {
      expect((await list(each)).map(({ ref }) => ref)).toEqual(refs);
      expect(each.limits?.()).toContainEqual({ code: "daemon-gone", remedy: null, count: null });
    }
    expect(await source.act(refs, "remove", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => anna.closed);
    await expect(waitFor(async () => (await list(source)).length === 0)).rejects.toMatchObject({
      code: "unreachable",
      message: `unreachable: its daemon (pid ${daemon.processId}) is not running any more`,
    });
  });

  it("keeps its sessions over a reload, and over a start of another daemon in its place", async () => {
    const anna = await daemon.logIn("anna");
    const before = (await list(source)).map(({ ref }) => ref);
    daemon.reload();
    await daemon.logIn("bruno");
    expect(usersOf(await list(source))).toEqual(["anna", "bruno"]);
    await daemon.kill();
    await daemon.restart();
    await daemon.logIn("(none)");
    const after = await list(source);
    expect(usersOf(after).sort()).toEqual(["(none)", "anna", "bruno"]);
    expect(usersOf(await list(source))).toHaveLength(3);
    expect(after.map(({ ref }) => ref)).toContainEqual(before[0]);
    expect(await source.act(before, "remove", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => anna.closed);
    await waitFor(async () => (await list(source)).length === 2);
  });

  it("says that it is not running once it was stopped", async () => {
    await list(source);
    await daemon.stop();
    await expect(source.list(inTime())).rejects.toMatchObject({
      code: "unreachable",
      message: `unreachable: ProFTPD is not running: ${daemon.scoreboard} does not exist`,
    });
  });

  it("lists all 200 sessions that a killed daemon left to its successor", async () => {
    for (let count = 0; count < 200; count += 1) await daemon.logIn("anna");
    const before = new Set((await list(source)).map(({ pid }) => pid));
    expect(before.size).toBe(200);
    await daemon.kill();
    await daemon.restart();
    const after = new Set((await list(source)).map(({ pid }) => pid));
    expect(after).toEqual(before);
  });
});
