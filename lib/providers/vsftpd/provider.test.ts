import { readdir, readlink } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "basic-ftp";
import { afterEach, expect, it } from "vitest";
import type { FtpSession } from "@/lib/sessions/session";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { holdDownload, holdListing, holdUpload } from "@/tests/support/held-transfers";
import { sendSignal } from "@/tests/support/processes";
import { bigFile } from "@/tests/support/real-proftpd";
import { startRealVsftpd, type VsftpdOptions } from "@/tests/support/real-vsftpd";
import { waitFor } from "@/tests/support/wait-for";
import { vsftpdProvider } from "./provider";

const bigFileBytes = 50_000_000;
const inTime = () => AbortSignal.timeout(10_000);
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describeWith(["vsftpd", "ss"], "the sessions of a real vsftpd", () => {
  it("says where an idle user is, from where, since when and idle for how long", async () => {
    const { daemon, list } = await start();
    await daemon.logIn("anna");
    const [anna] = await list(1, ({ idleSeconds }) => idleSeconds !== null);
    const home = daemon.home("anna");
    expect(anna).toMatchObject({ user: "anna", status: "idle", remoteAddress: "127.0.0.1" });
    expect(anna).toMatchObject({ home, location: home, clientLocation: "/", protocol: "ftp" });
    expect(anna?.connectedSeconds).toBeLessThan(60);
    expect(Math.abs((anna?.startedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it("names nobody before the login, and ends nobody by what was listed then", async () => {
    const { daemon, list, source } = await start();
    const client = new Client(10_000);
    cleanups.push(() => client.close());
    await client.connect(daemon.host, daemon.port);
    const [visitor] = await list(1);
    expect(visitor).toMatchObject({ user: null, status: "connecting", location: null });
    await client.login("anna", "any");
    await list(1, ({ user }) => user === "anna");
    const refs = visitor ? [visitor.ref] : [];
    expect(await source.act(refs, "remove", inTime())).toEqual([{ status: "gone" }]);
    expect((await client.send("NOOP")).code).toBe(200);
    await client.sendIgnoringError("QUIT");
  });

  it("tells a listing from a transfer", async () => {
    const { daemon, list } = await start();
    await holdListing(await daemon.logIn("anna"));
    const [anna] = await list(1, ({ status }) => status === "listing");
    expect(anna).toMatchObject({ command: "LIST", fileName: null, filePath: null });
  });

  it("is found where it runs", async () => {
    const { transport } = await start();
    expect(await vsftpdProvider.find?.(transport, inTime())).toEqual([{}]);
  });

  it("tells how much of the whole file a resumed download has, with a rate limit", async () => {
    const { daemon, list } = await start();
    const offset = 45_000_000;
    const held = await holdDownload(await daemon.logIn("slow"), bigFile, {
      bytesPerSecond: 100_000,
      offset,
    });
    const [slow] = await list(1, ({ progressPercent }) => progressPercent !== null);
    expect(slow).toMatchObject({ status: "downloading", command: "RETR", fileName: bigFile });
    expect(slow?.filePath).toBe(join(daemon.home("slow"), bigFile));
    expectAbout(slow?.progressPercent, ((offset + held.bytes()) / bigFileBytes) * 100, 3);
  });

  it("tells how much of the whole file a resumed download has, by sendfile", async () => {
    const { daemon, list } = await start();
    const offset = 10_000_000;
    const held = await holdDownload(await daemon.logIn("anna"), bigFile, {
      bytesPerSecond: 2_000_000,
      offset,
    });
    const [anna] = await list(1, ({ progressPercent }) => progressPercent !== null);
    expectAbout(anna?.progressPercent, ((offset + held.bytes()) / bigFileBytes) * 100, 15);
    expect(anna?.bytesTransferred).toBeGreaterThan(0);
  });

  it("counts what a download from the start has got at once", async () => {
    const { daemon, list } = await start();
    await holdDownload(await daemon.logIn("anna"), bigFile);
    const [anna] = await list(1, ({ bytesTransferred }) => bytesTransferred !== null);
    expect(anna?.progressPercent).toBeGreaterThan(0);
    expect(anna?.progressPercent).toBeLessThan(30);
  });

  it("counts an upload, and gives its name and folder whole", async () => {
    const { daemon, list } = await start();
    const name = 'é "✓" %s.bin';
    const held = await holdUpload(await daemon.logIn("anna"), name, { bytesPerSecond: 200_000 });
    const [anna] = await list(1, ({ bytesTransferred }) => (bytesTransferred ?? 0) > 200_000);
    expect(anna).toMatchObject({ status: "uploading", command: "STOR", fileName: name });
    expect(anna?.filePath).toBe(join(daemon.home("anna"), name));
    expectAbout(anna?.bytesTransferred, held.bytes(), 200_000);
  });

  it("sees through TLS what is transferred", async () => {
    const { daemon, list } = await start({ tls: true });
    await holdUpload(await daemon.logIn("anna"), "up.bin", { bytesPerSecond: 100_000 });
    await holdDownload(await daemon.logIn("slow"), bigFile, { bytesPerSecond: 100_000 });
    const sessions = await list(2, ({ bytesTransferred }) => (bytesTransferred ?? 0) > 0);
    expect(sessions.map(({ protocol }) => protocol)).toEqual(["ftps", "ftps"]);
    const down = sessions.find(({ user }) => user === "slow");
    expect(down?.progressPercent).toBeGreaterThan(0);
    expect(down?.progressPercent).toBeLessThan(3);
  });

  it("ends a session in the middle of a transfer with all its processes, and no other", async () => {
    const { daemon, list, source, processes } = await start({ tls: true });
    const chosen = await daemon.logIn("slow");
    await holdDownload(chosen, bigFile, { bytesPerSecond: 20_000 });
    const [downloading] = await list(1, ({ status }) => status === "downloading");
    const ofChosen = (await processes()).length;
    const other = await daemon.logIn("slow");
    const kept = await holdDownload(other, bigFile, { bytesPerSecond: 20_000 });
    await list(2, ({ status }) => status === "downloading");
    const refs = downloading ? [downloading.ref] : [];
    expect(await source.act(refs, "remove", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => chosen.closed);
    await waitFor(async () => (await processes()).length === ofChosen);
    await list(1, ({ ref }) => ref.id !== downloading?.ref.id);
    expect(kept.isAlive()).toBe(true);
  });

  it("lists and ends a transfer that goes on without its parent process", async () => {
    const { daemon, list, source, processes } = await start();
    await holdDownload(await daemon.logIn("slow"), bigFile, { bytesPerSecond: 20_000 });
    const [before] = await list(1, ({ status }) => status === "downloading");
    const [parent = 0] = (await processes()).filter((pid) => pid !== before?.pid);
    sendSignal(parent, "SIGTERM");
    await waitFor(async () => (await processes()).length === 1);
    const [orphan] = await list(1);
    expect(orphan).toMatchObject({ ref: before?.ref, status: "downloading" });
    const refs = orphan ? [orphan.ref] : [];
    expect(await source.act(refs, "remove", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(async () => (await processes()).length === 0);
  });

  it("says that the daemon is gone while its sessions go on, and then that it does not run", async () => {
    const { daemon, list, source } = await start();
    const anna = await daemon.logIn("anna");
    await list(1);
    expect(source.limits?.()).toEqual([]);
    sendSignal(daemon.processId, "SIGKILL");
    await waitFor(async () => (await list(1)) && source.limits?.().length === 1);
    expect(source.limits?.()).toEqual([{ code: "daemon-gone", remedy: null, count: null }]);
    anna.close();
    await waitFor(() =>
      source
        .list(inTime())
        .then(() => false)
        .catch(() => true),
    );
    await expect(source.list(inTime())).rejects.toThrow("unreachable: vsftpd is not running");
  });

  it("tells without titles what the connections show, and which line turns titles on", async () => {
    const { daemon, list, source } = await start({ titles: false });
    expect(await source.list(inTime())).toEqual([]);
    await daemon.logIn("anna");
    await holdUpload(await daemon.logIn("anna"), "up.bin", { bytesPerSecond: 100_000 });
    await holdDownload(await daemon.logIn("slow"), bigFile, { bytesPerSecond: 100_000 });
    const sessions = await list(3, ({ remoteAddress }) => remoteAddress === "127.0.0.1");
    const found = sessions.map(({ user, status, fileName }) => [user, status, fileName]);
    expect(found.toSorted()).toEqual([
      [null, "downloading", bigFile],
      [null, "idle", null],
      [null, "uploading", "up.bin"],
    ]);
    const visitor = new Client(10_000);
    cleanups.push(() => visitor.close());
    await visitor.connect(daemon.host, daemon.port);
    await waitFor(async () => (await list(4)).some(({ status }) => status === "connecting"));
    const limit = { code: "no-titles", remedy: "setproctitle_enable=YES", count: null };
    expect(source.limits?.()).toEqual([limit]);
  });
});

async function start(options: VsftpdOptions = {}) {
  const daemon = await startRealVsftpd(["anna"], options);
  cleanups.push(() => daemon.stop());
  const transport = createLocalTransport();
  cleanups.push(() => transport.close());
  const program = await readlink(`/proc/${daemon.processId}/exe`);
  const source = vsftpdProvider.open("here/vsftpd", { program }, transport);
  return {
    daemon,
    transport,
    source,
    /** Waits until there are so many sessions, and all as they should be. */
    list: (count: number, isReady: (session: FtpSession) => boolean = () => true) =>
      waitFor(async () => {
        const sessions = (await source.list(inTime())).filter((session) => session.kind === "ftp");
        return sessions.length === count && sessions.every(isReady) && sessions;
      }),
    /** Of all sessions. */
    processes: async () => (await processesOf(program)).filter((pid) => pid !== daemon.processId),
  };
}

async function processesOf(program: string): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const programs = await Promise.all(
    pids.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => "")),
  );
  return pids.filter((_, index) => programs[index] === program).map(Number);
}

function expectAbout(found: number | null | undefined, expected: number, tolerance: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
}
