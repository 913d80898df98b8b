import { readlink } from "node:fs/promises";
import { Client } from "basic-ftp";
import { afterEach, expect, it } from "vitest";
import { checkedPathSchema } from "@/lib/sessions/command";
import type { FtpSession } from "@/lib/sessions/session";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import type { RealFtpd } from "@/tests/support/ftp-daemon";
import { type FtpdOptions, sitePassword, slowBytesPerSecond } from "@/tests/support/ftp-site";
import {
  holdDownload,
  holdListing,
  holdUpload,
  isConnected,
  leaveWithoutData,
  openWithoutLogin,
} from "@/tests/support/held-transfers";
import { childrenOf, sendSignal } from "@/tests/support/processes";
import { findProgram } from "@/tests/support/programs";
import { bigFile } from "@/tests/support/real-proftpd";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { waitFor } from "@/tests/support/wait-for";
import { pureftpdProvider } from "./provider";

const inTime = () => AbortSignal.timeout(10_000);
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Place {
  readonly daemon: RealFtpd;
  readonly source: SessionSource;
  /** Sessions of this daemon alone, once there are so many. */
  list(count: number): Promise<readonly FtpSession[]>;
  /** Once there is such a session of this daemon. */
  find(wanted: (session: FtpSession) => boolean): Promise<FtpSession>;
}

async function start(options: FtpdOptions = {}): Promise<Place> {
  const daemon = await startRealPureftpd(["anna", "bruno"], options);
  cleanups.push(() => daemon.stop());
  const transport = createLocalTransport();
  cleanups.push(() => transport.close());
  const program = checkedPathSchema.parse(await readlink(`/proc/${daemon.processId}/exe`));
  const settings = { ftpwho: findProgram("pure-ftpwho"), program };
  const source = pureftpdProvider.open("here/pureftpd", settings, transport);
  const sessions = async () => {
    const ours = new Set(await childrenOf(daemon.processId));
    const all = await source.list(inTime());
    return all.filter((session) => session.kind === "ftp").filter(({ pid }) => ours.has(pid));
  };
  return {
    daemon,
    source,
    list: (count) =>
      waitFor(async () => {
        const found = await sessions();
        return found.length === count && found;
      }),
    find: (wanted) => waitFor(async () => (await sessions()).find(wanted)),
  };
}

const by = (user: string) => (session: FtpSession) => session.user === user;
const remove = async ({ source }: Place, { ref }: FtpSession) =>
  source.act([ref], "remove", inTime());

describeWith("pure-ftpd", "a real Pure-FTPd", () => {
  it("shows who is connected and has not logged in", async () => {
    const place = await start();
    await openWithoutLogin(place.daemon);
    await openWithoutLogin(place.daemon, "anna");
    const sessions = await place.list(2);
    for (const session of sessions) {
      expect(session).toMatchObject({ user: null, status: "connecting", home: null });
      expect(session).toMatchObject({ remoteAddress: "127.0.0.1", location: null });
    }
  });

  it("shows where an idle session is, and for how long", async () => {
    const place = await start();
    const client = await place.daemon.logIn("anna");
    await client.ensureDir("a folder");
    const home = place.daemon.home("anna");
    const session = await place.find(({ location }) => location === `${home}/a folder`);
    expect(session).toMatchObject({
      user: "anna",
      status: "idle",
      home,
      clientLocation: "/a folder",
    });
    expect(session).toMatchObject({ idleSeconds: expect.any(Number), fileName: null });
    expect(session.connectedSeconds).toBeLessThan(10);
  });

  it("shows a listing that waits for its client as idle, for Pure-FTPd says no more", async () => {
    const place = await start();
    await holdListing(await place.daemon.logIn("anna"));
    expect((await place.find(by("anna"))).status).toBe("idle");
  });

  it("shows how far and how fast a download is", async () => {
    const place = await start();
    const offset = 10_000_000;
    await holdDownload(await place.daemon.logIn("slow"), bigFile, { bytesPerSecond: 1e6, offset });
    const session = await place.find((found) => (found.bytesPerSecond ?? 0) > 0);
    expect(session).toMatchObject({ user: "slow", status: "downloading", fileName: bigFile });
    expect(session.filePath).toBe(`${place.daemon.home("slow")}/${bigFile}`);
    expect(session.bytesTransferred).toBeLessThan(offset);
    expect(session.bytesPerSecond).toBeLessThan(slowBytesPerSecond * 4);
    expect(session.progressPercent).toBeGreaterThan(20);
    expect(session.progressPercent).toBeLessThan(21);
  });

  it("shows an upload under the name the client gave, bytes and all", async () => {
    const place = await start();
    const name = 'a & <b> "c" | %s é.bin';
    await holdUpload(await place.daemon.logIn("anna"), name, { bytesPerSecond: 50_000 });
    const session = await place.find((found) => (found.bytesPerSecond ?? 0) > 0);
    expect(session).toMatchObject({ status: "uploading", fileName: name, progressPercent: null });
    expect(session.filePath).toBe(`${place.daemon.home("anna")}/${name}`);
    const latin = Buffer.from("\xe9.bin", "latin1");
    await holdUpload(await place.daemon.logIn("bruno"), latin, { bytesPerSecond: 50_000 });
    const other = await place.find((found) => found.user === "bruno" && found.filePath !== null);
    expect(other).toMatchObject({ status: "uploading", fileName: "\xe9.bin" });
  });

  it("shows an anonymous session as the account it has", async () => {
    const place = await start({ anonymous: true });
    await place.daemon.logIn("anonymous");
    expect(await place.find(by("ftp"))).toMatchObject({ status: "idle" });
  });

  it("shows and ends sessions with TLS", async () => {
    const place = await start({ tls: true });
    const client = await place.daemon.logIn("anna");
    const download = await holdDownload(client, bigFile, { bytesPerSecond: 10_000 });
    const session = await place.find(({ status }) => status === "downloading");
    expect(session).toMatchObject({ user: "anna", fileName: bigFile });
    expect(await remove(place, session)).toEqual([{ status: "asked" }]);
    await waitFor(() => !download.isAlive());
  });

  it("says that a client is gone while its session still waits for it", async () => {
    const place = await start();
    await leaveWithoutData(await place.daemon.logIn("anna"), bigFile);
    await place.find(({ status }) => status === "client-gone");
  });
});

describeWith("pure-ftpd", "an end of a session of a real Pure-FTPd", () => {
  it("is seen by its client in a transfer, and by nobody else", async () => {
    const place = await start();
    const others = [await place.daemon.logIn("anna"), await place.daemon.logIn("slow")];
    const download = await holdDownload(await place.daemon.logIn("slow"), bigFile);
    const upload = await holdUpload(await place.daemon.logIn("bruno"), "b", {
      bytesPerSecond: 9e3,
    });
    const silent = await openWithoutLogin(place.daemon);
    await place.list(5);
    const chosen = await place.find(({ status }) => status === "downloading");
    expect(await remove(place, chosen)).toEqual([{ status: "asked" }]);
    await waitFor(() => !download.isAlive());
    const left = await place.list(4);
    expect(left.map(({ pid }) => pid)).not.toContain(chosen.pid);
    for (const other of others) expect(await isConnected(other)).toBe(true);
    expect([upload.isAlive(), silent.isAlive()]).toEqual([true, true]);
    expect(await remove(place, await place.find(by("bruno")))).toEqual([{ status: "asked" }]);
    await waitFor(() => !upload.isAlive());
    expect(await remove(place, await place.find(({ user }) => user === null))).toEqual([
      { status: "asked" },
    ]);
    await waitFor(() => !silent.isAlive());
    expect(await place.list(2)).toHaveLength(2);
  });

  it("does not happen to who has logged in since", async () => {
    const place = await start();
    const client = new Client();
    cleanups.push(() => client.close());
    await client.connect(place.daemon.host, place.daemon.port);
    const nobody = await place.find(({ user }) => user === null);
    await client.login("anna", sitePassword);
    expect(await remove(place, nobody)).toEqual([{ status: "replaced" }]);
    expect(await isConnected(client)).toBe(true);
  });

  it("can be forced when the session does not obey", async () => {
    const place = await start();
    const client = await place.daemon.logIn("anna");
    const session = await place.find(by("anna"));
    sendSignal(session.pid, "SIGSTOP");
    expect(await remove(place, session)).toEqual([{ status: "asked" }]);
    const present = await place.find(by("anna"));
    expect(present.ref).toEqual(session.ref);
    expect(await place.source.act([present.ref], "forceRemove", inTime())).toEqual([
      { status: "asked" },
    ]);
    await waitFor(async () => !(await isConnected(client)));
    await place.list(0);
  });
});
