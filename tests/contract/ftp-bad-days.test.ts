import type { Client } from "basic-ftp";
import { afterAll, afterEach, expect, it } from "vitest";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { pureftpdProvider } from "@/lib/providers/pureftpd/provider";
import { vsftpdProvider } from "@/lib/providers/vsftpd/provider";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import type { RealFtpd } from "@/tests/support/ftp-daemon";
import { holdDownload, isConnected } from "@/tests/support/held-transfers";
import { listOwn, programOf, removeSessions } from "@/tests/support/own-sessions";
import { sendSignal } from "@/tests/support/processes";
import { findProgram } from "@/tests/support/programs";
import { bigFile, startRealProftpd } from "@/tests/support/real-proftpd";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { waitFor } from "@/tests/support/wait-for";

interface Place {
  /** Of this daemon alone, where that can be said. */
  readonly source: SessionSource;
  /** Of whatever daemon runs there. */
  readonly sourceOfAny: SessionSource;
  processId(): number;
  logIn(user: string): Promise<Client>;
  /** As a service manager does it: all its processes end, and another one starts. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const users = ["anna", "bruno"] as const;
const transport = createLocalTransport();
afterAll(() => transport.close());
const inTime = () => AbortSignal.timeout(10_000);
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describeWith("proftpd", "a real ProFTPD", () => {
  outlivesBadDays(startProftpd);
  saysWhenNobodyIsLeft(startProftpd);
  reloads(startProftpd);
  restarts(startProftpd, 200);
});

// It cannot reload. And others of this machine are in its list, so that it says of none that it is gone.
describeWith("pure-ftpd", "a real Pure-FTPd", () => {
  outlivesBadDays(startPureftpd);
  restarts(startPureftpd, 50);
});

describeWith("vsftpd", "a real vsftpd", () => {
  outlivesBadDays(startVsftpd);
  saysWhenNobodyIsLeft(startVsftpd);
  reloads(startVsftpd);
  restarts(startVsftpd, 50);
});

function outlivesBadDays(start: () => Promise<Place>): void {
  it("lists a session that was killed no longer, and the others go on", async () => {
    const place = await started(start);
    const anna = await signIn(place, "anna");
    const bruno = await signIn(place, "bruno");
    const download = await holdDownload(bruno.client, bigFile, { bytesPerSecond: 500_000 });
    sendSignal(Number(anna.ref.id), "SIGKILL");
    await waitFor(async () => (await listedOf(place.source, [anna.ref])).length === 0);
    await waitFor(() => anna.client.closed);
    const bytes = download.bytes();
    await waitFor(() => download.bytes() > bytes);
    expect(await listedOf(place.source, [bruno.ref])).toEqual([bruno.ref]);
  });

  it("lists and removes the sessions that outlive their killed daemon, and says so", async () => {
    const place = await started(start);
    const anna = await signIn(place, "anna");
    const bruno = await signIn(place, "bruno");
    sendSignal(place.processId(), "SIGKILL");
    const refs = [anna.ref, bruno.ref];
    await waitFor(async () => {
      expect(await listedOf(place.source, refs)).toHaveLength(2);
      return place.source.limits?.().some(({ code }) => code === "daemon-gone");
    });
    expect(await removeSessions(place.source, [anna.ref])).toEqual(["done"]);
    await waitFor(() => anna.client.closed);
    expect(await isConnected(bruno.client)).toBe(true);
    expect(await listedOf(place.source, refs)).toEqual([bruno.ref]);
  });
}

function saysWhenNobodyIsLeft(start: () => Promise<Place>): void {
  it("is sure that the last session of a killed daemon was removed, and says that nothing runs", async () => {
    const place = await started(start);
    const anna = await signIn(place, "anna");
    sendSignal(place.processId(), "SIGKILL");
    expect(await removeSessions(place.source, [anna.ref])).toEqual(["done"]);
    await waitFor(() => anna.client.closed);
    await expect(
      waitFor(async () => (await place.source.list(inTime())).length === 0),
    ).rejects.toMatchObject({
      code: "unreachable",
      isNobodyLeft: true,
      message: expect.stringContaining("not running"),
    });
  });
}

function reloads(start: () => Promise<Place>): void {
  it("keeps every session under the same name over a reload", async () => {
    const place = await started(start);
    const anna = await signIn(place, "anna");
    sendSignal(place.processId(), "SIGHUP");
    const bruno = await signIn(place, "bruno");
    const refs = [anna.ref, bruno.ref];
    expect(await listedOf(place.source, refs)).toHaveLength(2);
    expect(await isConnected(anna.client)).toBe(true);
  });
}

function restarts(start: () => Promise<Place>, count: number): void {
  it(`lists none of ${count} ended sessions after a restart, and all that came since`, async () => {
    const place = await started(start);
    await logInMany(place, count);
    const before = await waitFor(async () => {
      const sessions = await listOwn(place.sourceOfAny, await programHere(place));
      return sessions.length === count && sessions.map(({ ref }) => ref);
    });
    await place.restart();
    await logInMany(place, count);
    expect(await listedOf(place.sourceOfAny, before)).toEqual([]);
    const after = await listOwn(place.sourceOfAny, await programHere(place));
    expect(after.map(({ user }) => user)).toEqual(Array.from({ length: count }, () => "anna"));
  });
}

async function started(start: () => Promise<Place>): Promise<Place> {
  const place = await start();
  cleanups.push(() => place.stop());
  return place;
}

/** Resolves when the session is listed too. */
async function signIn(place: Place, user: string) {
  const program = await programHere(place);
  const client = await place.logIn(user);
  const { ref } = await waitFor(async () => {
    const sessions = await listOwn(place.source, program);
    return sessions.find((session) => session.user === user);
  });
  return { client, ref };
}

/** Some at a time, for a daemon may turn a rush away. */
async function logInMany(place: Place, count: number): Promise<void> {
  for (let done = 0; done < count; done += 25) {
    await Promise.all(Array.from({ length: 25 }, () => place.logIn("anna")));
  }
}

/** Which of these a source lists now, living or not. */
async function listedOf(source: SessionSource, refs: readonly SessionRef[]) {
  const listed = await source.list(inTime());
  const names = new Set(listed.map(({ ref }) => JSON.stringify(ref)));
  return refs.filter((ref) => names.has(JSON.stringify(ref)));
}

async function programHere(place: Place): Promise<string> {
  return (await programOf(place.processId())) ?? "";
}

async function startProftpd(): Promise<Place> {
  const daemon = await startRealProftpd(users);
  const { scoreboard } = daemon;
  const source = proftpdProvider.open("a/proftpd", { scoreboard }, transport);
  return { ...daemon, source, sourceOfAny: source, processId: () => daemon.processId };
}

async function startPureftpd(): Promise<Place> {
  const ftpwho = findProgram("pure-ftpwho");
  const source = pureftpdProvider.open("a/pureftpd", { ftpwho }, transport);
  const daemon = await startReplaceable(() => startRealPureftpd(users));
  return { ...daemon, source, sourceOfAny: source };
}

async function startVsftpd(): Promise<Place> {
  const daemon = await startReplaceable(() => startRealVsftpd(users));
  const program = await programOf(daemon.processId());
  return {
    ...daemon,
    source: vsftpdProvider.open("a/vsftpd", { program }, transport),
    sourceOfAny: vsftpdProvider.open("a/vsftpd", {}, transport),
  };
}

async function startReplaceable(start: () => Promise<RealFtpd>) {
  let daemon = await start();
  return {
    processId: () => daemon.processId,
    logIn: (user: string) => daemon.logIn(user),
    stop: () => daemon.stop(),
    async restart() {
      await daemon.stop();
      daemon = await start();
    },
  };
}
