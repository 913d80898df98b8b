import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { endSessions } from "@/lib/providers/ftp/end-sessions";
import { parseAsked } from "@/lib/providers/linux/parse-asked";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SessionSource } from "@/lib/sessions/session-source";
import { describeWith } from "@/tests/support/describe-with";
import { isConnected } from "@/tests/support/held-transfers";
import { type PidNamespace, startInPidNamespace } from "@/tests/support/pid-namespace";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";

const reused = 5000;
const inTime = () => AbortSignal.timeout(10_000);

describeWith(["root", "proftpd"], "a process number that was used again", () => {
  let namespace: PidNamespace;
  let daemon: RealProftpd;
  let source: SessionSource;

  beforeEach(async () => {
    namespace = await startInPidNamespace();
    daemon = await startRealProftpd(["anna", "bruno"], { inside: namespace });
    const settings = { scoreboard: daemon.scoreboard };
    source = proftpdProvider.open("this-server/proftpd", settings, namespace.transport);
  });
  afterEach(async () => {
    await daemon.stop();
    await namespace.stop();
  });

  const find = async (user: string) =>
    (await source.list(inTime())).find((session) => session.user === user)?.ref;

  async function logInAs(user: string) {
    await namespace.nextPid(reused);
    const client = await daemon.logIn(user);
    const ref = await waitFor(() => find(user));
    expect(ref.id).toBe(String(reused));
    return { client, ref };
  }

  async function leave(user: string, client: Awaited<ReturnType<typeof logInAs>>["client"]) {
    client.close();
    await waitFor(async () => !(await find(user)));
  }

  async function signal({ id, start }: SessionRef, user: string) {
    const userBytes = Buffer.from(`proftpd: ${user} - `);
    const ending = { pid: Number(id), startTicks: Number(start), userBytes };
    const options = { daemon: "proftpd", action: "remove", program: undefined } as const;
    const answer = await namespace.transport.run(endSessions([ending], options), inTime());
    return parseAsked(answer, [ending]).get(ending.pid);
  }

  it("is the session of another: nothing is done to it", async () => {
    const anna = await logInAs("anna");
    await leave("anna", anna.client);
    const bruno = await logInAs("bruno");

    expect(await source.act([anna.ref], "remove", inTime())).toEqual([{ status: "replaced" }]);
    expect(await isConnected(bruno.client)).toBe(true);
    bruno.client.close();
  });

  it("is the session of another after the last look: the server itself sees it", async () => {
    const anna = await logInAs("anna");
    await leave("anna", anna.client);
    const bruno = await logInAs("bruno");

    expect(await signal(anna.ref, "anna")).toEqual({ status: "replaced" });
    expect(await signal({ ...anna.ref, start: bruno.ref.start }, "anna")).toEqual({
      status: "replaced",
    });
    expect(await isConnected(bruno.client)).toBe(true);
    expect(await signal(bruno.ref, "bruno")).toEqual({ status: "asked" });
    await waitFor(async () => !(await isConnected(bruno.client)));
  });

  it("is a program that only calls itself proftpd: it is not listed, and lives on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-stranger-"));
    await copyFile("/usr/bin/sleep", join(folder, "proftpd"));
    const anna = await logInAs("anna");
    await leave("anna", anna.client);
    await namespace.nextPid(reused);
    const stranger = await namespace.run(join(folder, "proftpd"), ["300"]);
    expect(stranger.pid).toBe(reused);

    expect(await source.list(inTime())).toEqual([]);
    expect(await source.act([anna.ref], "remove", inTime())).toEqual([{ status: "gone" }]);
    expect(await signal(anna.ref, "anna")).toEqual({ status: "replaced" });
    expect(stranger.child.exitCode).toBeNull();
    await rm(folder, { recursive: true });
  });
});
