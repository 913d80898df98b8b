import { execFile } from "node:child_process";
import { mkdir, open, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import type { FtpSession } from "@/lib/sessions/session";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { holdDownload, isConnected, openWithoutLogin } from "@/tests/support/held-transfers";
import { sendSignal } from "@/tests/support/processes";
import { bigFile, type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { waitFor } from "@/tests/support/wait-for";
import { proftpdProvider } from "./provider";

const runProgram = promisify(execFile);
const transport = createLocalTransport();
afterAll(() => transport.close());
const inTime = () => AbortSignal.timeout(10_000);

const openSource = (daemon: RealProftpd) =>
  proftpdProvider.open("a/proftpd", { scoreboard: daemon.scoreboard }, transport);

async function list(source: SessionSource) {
  return (await source.list(inTime())).filter((session) => session.kind === "ftp");
}

const usersOf = (sessions: readonly FtpSession[]) => sessions.map(({ user }) => user);

describeWith("proftpd", "a standalone ProFTPD", () => {
  let daemon: RealProftpd;
  let source: SessionSource;

  beforeEach(async () => {
    daemon = await startRealProftpd(["anna", "bruno", "(none)"], {
      tls: true,
      sftp: true,
      virtualHost: "alpha.example",
    });
    source = openSource(daemon);
  });
  afterEach(() => daemon.stop());

  it("lists FTP, FTPS and SFTP sessions, a login called (none), and who has not logged in", async () => {
    await daemon.logIn("anna");
    await daemon.logInTls("bruno");
    await daemon.logInSftp("anna");
    await daemon.logIn("(none)");
    await openWithoutLogin(daemon, "anna");
    const seen = await list(source);
    expect(seen.map(({ user, protocol, status }) => [user, protocol, status])).toEqual([
      ["anna", "ftp", "idle"],
      ["bruno", "ftps", "idle"],
      ["anna", "sftp", "idle"],
      ["(none)", "ftp", "idle"],
      [null, "ftp", "connecting"],
    ]);
    expect(seen[0]).toMatchObject({ virtualHost: "alpha.example", clientLocation: "/" });
    expect(source.limits?.()).toEqual([]);
  });

  it("ends each kind of session, and only the ones it is asked to", async () => {
    const anna = await daemon.logIn("anna");
    const stays = await daemon.logIn("anna");
    const bruno = await daemon.logInTls("bruno");
    const sftp = await daemon.logInSftp("bruno");
    const guest = await openWithoutLogin(daemon, "anna");
    const refs = (await list(source)).map(({ ref }) => ref);
    const asked = await source.act(
      refs.filter((_, index) => index !== 1),
      "remove",
      inTime(),
    );
    expect(asked.map(({ status }) => status)).toEqual(["asked", "asked", "asked", "asked"]);
    await waitFor(() => anna.closed && bruno.closed && !sftp.isAlive() && !guest.isAlive());
    expect(await isConnected(stays)).toBe(true);
  });

  it.each([
    ["a line feed", "a\nproftpd: eve"],
    ["an escape sequence", "a\u001b[31mb"],
    ["a double quote and |", 'a"b|c'],
    ["U+001F", "a\u001fb"],
    ["right to left marks", "a\u202eb\u05d0"],
    ["more than 79 bytes", "é".repeat(60)],
  ])("shows a folder whose name has %s as it is, and invents no session", async (_, name) => {
    await mkdir(`${daemon.home("anna")}/${name}`);
    const link = `${daemon.home("anna")}/link`;
    await runProgram("ln", ["-s", name, link]);
    const anna = await daemon.logIn("anna");
    await anna.cd("link");
    const seen = await list(source);
    expect(usersOf(seen)).toEqual(["anna"]);
    expect(seen[0]?.location).toBe(`${daemon.home("anna")}/${name}`);
    const shown = seen[0]?.clientLocation;
    expect(`/${name}`.startsWith(shown?.slice(0, 39) ?? "?") || shown === "/link").toBe(true);
  });

  it("lists everyone while a file name of one session is not UTF-8, which blinds ftpwho", async () => {
    const anna = await daemon.logIn("anna");
    const bruno = await daemon.logIn("bruno");
    await anna.send("PASV");
    anna.ftp.socket.write(Buffer.from("STOR \xe9\t\u001f|.bin\r\n", "latin1"));
    const seen = await waitFor(async () => {
      const found = await list(source);
      return found[0]?.status === "uploading" && found;
    });
    expect(seen).toMatchObject([
      { user: "anna", fileName: "é \u001f|.bin", command: "STOR" },
      { user: "bruno", status: "idle" },
    ]);
    expect(await isConnected(bruno)).toBe(true);
  });

  it("forgets a session at once that was killed and left its entry behind", async () => {
    await daemon.logIn("anna");
    await daemon.logIn("bruno");
    const [anna] = await list(source);
    sendSignal(anna?.pid ?? 0, "SIGKILL");
    await waitFor(async () => (await list(source)).length === 1);
    expect(usersOf(await list(source))).toEqual(["bruno"]);
    expect((await readFile(daemon.scoreboard)).includes("anna")).toBe(true);
    expect(source.limits?.()).toEqual([]);
  });

  it("lists a child that has no entry, and can end it", async () => {
    const anna = await daemon.logIn("anna");
    const [seen] = await list(source);
    const file = await open(daemon.scoreboard, "r+");
    await file.write(Buffer.alloc(4), 0, 4, 32);
    await file.close();
    const other = openSource(daemon);
    const [child] = await waitFor(async () => {
      const found = await list(other);
      return found.length > 0 && found;
    });
    expect(child).toMatchObject({ pid: seen?.pid, user: null, status: "connecting" });
    const refs = child ? [child.ref] : [];
    expect(await other.act(refs, "remove", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => anna.closed);
  });

  it.each([
    ["is of a size that it does not know", 32 + 624, 0],
    ["makes no sense for a session that lives", 32 + 318, 1],
  ])("asks ftpwho when the scoreboard %s", async (_, at, byte) => {
    await daemon.logIn("anna");
    const file = await open(daemon.scoreboard, "r+");
    await file.write(Buffer.from([byte]), 0, 1, at);
    await file.close();
    expect(await list(source)).toMatchObject([{ user: "anna", status: "idle", virtualHost: null }]);
    expect(source.limits?.()).toEqual([{ code: "fallback", remedy: null, count: null }]);
  });

  it("shows the speed and progress of a download by sendfile, which ProFTPD does not count", async () => {
    const anna = await daemon.logIn("anna");
    const held = await holdDownload(anna, bigFile, { bytesPerSecond: 400_000 });
    const seen = await waitFor(async () => {
      const [found] = await list(source);
      return found?.bytesPerSecond ? found : undefined;
    });
    expect(seen).toMatchObject({ status: "downloading", fileName: bigFile });
    expect(seen.filePath).toBe(`${daemon.home("anna")}/${bigFile}`);
    expect(seen.progressPercent).toBeGreaterThan(0);
    expect(seen.bytesTransferred).toBeGreaterThanOrEqual(held.bytes() - 4_000_000);
    held.close();
  });

  it("finds each of several daemons by its scoreboard, wherever that is", async () => {
    const second = await startRealProftpd([], { scoreboard: "run/who.is-here" });
    const found = await proftpdProvider.find?.(transport, inTime());
    expect(found).toContainEqual({ scoreboard: daemon.scoreboard });
    expect(found).toContainEqual({ scoreboard: second.scoreboard });
    await second.stop();
    const later = await proftpdProvider.find?.(transport, inTime());
    expect(later).not.toContainEqual({ scoreboard: second.scoreboard });
  });
});
