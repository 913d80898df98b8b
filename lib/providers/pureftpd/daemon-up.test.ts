import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import { quoted, reason } from "@/lib/sessions/reason";
import type { Session } from "@/lib/sessions/session";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { freePort } from "@/tests/support/free-port";
import { openWithoutLogin } from "@/tests/support/held-transfers";
import { startInPidNamespace } from "@/tests/support/pid-namespace";
import { sendSignal } from "@/tests/support/processes";
import { findProgram } from "@/tests/support/programs";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { waitFor } from "@/tests/support/wait-for";
import { pureftpdProvider } from "./provider";

const inTime = () => AbortSignal.timeout(10_000);
const ftpwho = findProgram("pure-ftpwho");
const pureFtpd = findProgram("pure-ftpd") ?? "";
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Processes and a /run of its own, for pure-ftpwho lists what any daemon of a machine ever wrote there. */
async function startMachine() {
  const machine = await startInPidNamespace();
  cleanups.push(() => machine.stop());
  const ownRun = shScript`mount -t tmpfs none /run && echo rollcall-end`;
  await machine.transport.run(ownRun, inTime());
  const source = pureftpdProvider.open("here/pureftpd", { ftpwho }, machine.transport);
  return {
    source,
    transport: machine.transport,
    find: () => pureftpdProvider.find?.(machine.transport, inTime()),
    async startDaemon() {
      const address = { host: "127.0.0.1", port: await freePort() };
      const daemon = await machine.run(pureFtpd, ["-S", `${address.host},${address.port}`]);
      await waitFor(
        async () => (await pureftpdProvider.find?.(machine.transport, inTime()))?.length,
      );
      return { ...address, ...daemon };
    },
  };
}

/** Not logged in, and from where. */
function isKnownByItsConnection(session: Session): boolean {
  const { user, remoteAddress } = session;
  const isConnecting = session.kind === "ftp" && session.status === "connecting";
  return isConnecting && user === null && remoteAddress === "127.0.0.1";
}

const notRunning = { code: "unreachable", message: "unreachable: Pure-FTPd is not running" };

describeWith(["root", "pure-ftpd"], "a machine of its own", () => {
  it("has an empty list from the start of the daemon, and none after its end", async () => {
    const { source, find, startDaemon } = await startMachine();
    expect(await find()).toEqual([]);
    await expect(source.list(inTime())).rejects.toMatchObject(notRunning);
    const daemon = await startDaemon();
    expect(await find()).toEqual([{}]);
    expect(await source.list(inTime())).toEqual([]);
    const guest = await waitFor(() => openWithoutLogin(daemon));
    await waitFor(async () => (await source.list(inTime())).length === 1);
    guest.close();
    sendSignal(daemon.outerPid, "SIGTERM");
    await waitFor(async () => (await find())?.length === 0);
    await waitFor(() => !guest.isAlive());
    await expect(source.list(inTime())).rejects.toMatchObject(notRunning);
  });

  it("shows the sessions that Pure-FTPd has no entry for, as far as they are known", async () => {
    const { source, transport, startDaemon } = await startMachine();
    const daemon = await startDaemon();
    await Promise.all([openWithoutLogin(daemon), openWithoutLogin(daemon)]);
    const before = await waitFor(async () => {
      const found = await source.list(inTime());
      return found.length === 2 && found;
    });
    await transport.run(shScript`rm -r /run/pure-ftpd && echo rollcall-end`, inTime());
    const after = await source.list(inTime());
    expect(after.map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(before.map(({ ref }) => ref)),
    );
    await waitFor(async () => {
      const sessions = await source.list(inTime());
      return sessions.length === 2 && sessions.every(isKnownByItsConnection);
    });
  });
});

describeWith("pure-ftpd", "a real Pure-FTPd that was killed", () => {
  it("leaves sessions that are shown with that, and can be ended", async () => {
    const daemon = await startRealPureftpd(["anna"]);
    cleanups.push(() => daemon.stop());
    const client = await daemon.logIn("anna");
    const transport = createLocalTransport();
    cleanups.push(() => transport.close());
    const source = pureftpdProvider.open("here/pureftpd", { ftpwho }, transport);
    const home = daemon.home("anna");
    const find = async () =>
      (await source.list(inTime())).find((found) => found.kind === "ftp" && found.home === home);
    const session = await waitFor(find);
    sendSignal(daemon.processId, "SIGKILL");
    await waitFor(async () => {
      const there = await find();
      return there && source.limits?.().some(({ code }) => code === "daemon-gone");
    });
    expect(await source.act([session.ref], "remove", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(async () => client.closed);
  });
});

describe("what a pure-ftpwho prints that is none", () => {
  it("is an error, and where there is none, that is said", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rollcall-pure-ftpwho-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const transport = createLocalTransport();
    cleanups.push(() => transport.close());
    const path = checkedPathSchema.parse(join(folder, "pure-ftpwho"));
    const list = () =>
      pureftpdProvider.open("here/pureftpd", { ftpwho: path }, transport).list(inTime());
    await expect(list()).rejects.toMatchObject({
      code: "tool-missing",
      reason: quoted("pure-ftpwho"),
    });
    await writeFile(path, "#!/bin/sh\necho Please compile the server with --with-ftpwho\n");
    await expect(list()).rejects.toMatchObject({
      code: "tool-missing",
      reason: quoted("pure-ftpwho"),
    });
    await chmod(path, 0o755);
    await expect(list()).rejects.toMatchObject({
      code: "unreadable",
      reason: reason("noList", { said: "Please compile the server with --with-ftpwho" }),
    });
  });
});
