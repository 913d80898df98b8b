import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { promisify } from "node:util";
import type { Client } from "basic-ftp";
import { afterEach, expect, it } from "vitest";
import { describeWith } from "@/tests/support/describe-with";
import { descendantsOf, sendSignal } from "@/tests/support/processes";
import { findProgram } from "@/tests/support/programs";
import { bigFile } from "@/tests/support/real-proftpd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { waitFor } from "@/tests/support/wait-for";
import type { RealFtpd } from "./ftp-daemon";
import type { FtpdOptions } from "./ftp-site";
import { startRealPureftpd } from "./real-pureftpd";

const run = promisify(execFile);
/** More than `slow` can upload while a test lasts. */
const heldBytes = 400_000;
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

type Start = (users: readonly string[], options?: FtpdOptions) => Promise<RealFtpd>;

describeWith("pure-ftpd", "a real Pure-FTPd", () => {
  serves(startRealPureftpd);

  it("shows a held download and a held upload in pure-ftpwho", async () => {
    const ftpd = await started(startRealPureftpd(["alice"]));
    await logIn(ftpd, "alice");
    await holdTransfers(ftpd);
    const rows = await waitFor(async () => {
      const listed = await listWithPureftpwho(ftpd.port);
      return listed.filter(({ state }) => state !== "IDLE").length === 2 && listed;
    });
    expect(rows.toSorted((one, other) => one.state.localeCompare(other.state))).toEqual([
      { user: "slow", state: "DL", file: bigFile },
      { user: "alice", state: "IDLE", file: "" },
      { user: "slow", state: "UL", file: "held.bin" },
    ]);
  });

  it("takes no session of another one off the list when it starts or stops", async () => {
    const ftpd = await started(startRealPureftpd(["alice"]));
    await logIn(ftpd, "alice");
    const other = await startRealPureftpd(["bob"]);
    await other.logIn("bob");
    await other.stop();
    expect(await listWithPureftpwho(other.port)).toEqual([]);
    expect(await listWithPureftpwho(ftpd.port)).toEqual([
      { user: "alice", state: "IDLE", file: "" },
    ]);
  });

  it("leaves no state file behind, even when the daemon was killed before", async () => {
    const ftpd = await startRealPureftpd(["alice"]);
    await logIn(ftpd, "alice");
    const pids = await descendantsOf(ftpd.processId);
    const stateFiles = () =>
      pids.filter((pid) => existsSync(`/run/pure-ftpd/client-${String(pid).padStart(8, "0")}`));
    expect(stateFiles()).toHaveLength(1);
    sendSignal(ftpd.processId, "SIGKILL");
    await ftpd.stop();
    expect(stateFiles()).toEqual([]);
  });
});

describeWith("vsftpd", "a real vsftpd", () => {
  serves(startRealVsftpd);

  it("shows a held download and a held upload in the titles", async () => {
    const ftpd = await started(startRealVsftpd(["alice"]));
    await logIn(ftpd, "alice");
    await holdTransfers(ftpd);
    for (const title of ["alice: IDLE", `slow: RETR ${bigFile}`, "slow: STOR held.bin"]) {
      await waitFor(async () => (await titlesOf(ftpd)).includes(`vsftpd: 127.0.0.1/${title}`));
    }
  });

  it("has room for a title of 200 characters", async () => {
    const ftpd = await started(startRealVsftpd(["alice"]));
    const name = "n".repeat(200);
    await writeFile(join(ftpd.home("slow"), name), Buffer.alloc(1_000_000));
    const slow = await logIn(ftpd, "slow");
    holdUntilCleanup(slow.downloadTo(countingSink().sink, name));
    await waitFor(async () => (await titlesOf(ftpd)).some((title) => title.endsWith(name)));
  });

  it("says nothing in the titles when told so", async () => {
    const ftpd = await started(startRealVsftpd(["alice"], { titles: false }));
    await logIn(ftpd, "alice");
    expect((await titlesOf(ftpd)).join()).not.toMatch(/vsftpd: |alice/);
  });

  it("leaves no PAM service behind", async () => {
    const ftpd = await startRealVsftpd(["alice"]);
    const pamFile = `/etc/pam.d/rollcall-test-${ftpd.port}`;
    expect(existsSync(pamFile)).toBe(true);
    await ftpd.stop();
    expect(existsSync(pamFile)).toBe(false);
  });
});

function serves(start: Start): void {
  it("gives each user a home of their own", async () => {
    const ftpd = await started(start(["alice", "bob"]));
    const alice = await logIn(ftpd, "alice");
    const bob = await logIn(ftpd, "bob");
    await alice.uploadFrom(Readable.from(["of alice"]), "note.txt");
    expect(await readFile(join(ftpd.home("alice"), "note.txt"), "utf8")).toBe("of alice");
    expect(await alice.pwd()).toBe("/");
    expect(await alice.size(bigFile)).toBe(50_000_000);
    expect((await bob.list()).map(({ name }) => name)).toEqual([bigFile]);
  });

  it("lets slow download and upload slowly, and the others fast", async () => {
    const ftpd = await started(start(["alice"]));
    const slow = await holdTransfers(ftpd);
    const alice = await logIn(ftpd, "alice");
    const fast = countingSink();
    await alice.downloadTo(fast.sink, bigFile);
    expect(fast.bytes()).toBe(50_000_000);
    expect(slow.downloadedBytes()).toBeLessThan(5_000_000);
    expect((await stat(slow.upload)).size).toBeLessThan(heldBytes);
  });

  it("encrypts when told so", async () => {
    const ftpd = await started(start(["alice"], { tls: true }));
    const alice = await logIn(ftpd, "alice");
    expect(alice.ftp.hasTLS).toBe(true);
    expect((await alice.list()).map(({ name }) => name)).toEqual([bigFile]);
  });

  it("lets anonymous in only when told so", async () => {
    const closed = await started(start(["alice"]));
    await expect(closed.logIn("anonymous")).rejects.toThrow(/530/);
    const open = await started(start(["alice"], { anonymous: true }));
    expect((await (await logIn(open, "anonymous")).send("NOOP")).code).toBe(200);
  });

  it("keeps its sessions when another one that started with it stops", async () => {
    const [kept, ended] = await Promise.all([start(["alice"]), start(["alice"])]);
    cleanups.push(() => kept.stop());
    const alice = await logIn(kept, "alice");
    const other = await logIn(ended, "alice");
    await ended.stop();
    await expect(other.send("NOOP")).rejects.toThrow(/closed|FIN|ECONNRESET|EPIPE/);
    expect((await alice.send("NOOP")).code).toBe(200);
  });

  it("ends every session and leaves no folder, even when the daemon was killed before", async () => {
    const ftpd = await start(["alice"], { tls: true });
    await logIn(ftpd, "alice");
    await holdTransfers(ftpd);
    const pids = await descendantsOf(ftpd.processId);
    sendSignal(ftpd.processId, "SIGKILL");
    await ftpd.stop();
    expect(pids.length).toBeGreaterThan(5);
    expect(await Promise.all(pids.map(readTitle))).toEqual(pids.map(() => ""));
    expect(existsSync(ftpd.home("alice"))).toBe(false);
  });
}

async function started(starting: Promise<RealFtpd>): Promise<RealFtpd> {
  const ftpd = await starting;
  cleanups.push(() => ftpd.stop());
  return ftpd;
}

async function logIn(ftpd: RealFtpd, user: string): Promise<Client> {
  const client = await ftpd.logIn(user);
  cleanups.push(() => client.close());
  return client;
}

/** A download and an upload of `slow`, both under way. */
async function holdTransfers(ftpd: RealFtpd) {
  const download = countingSink();
  holdUntilCleanup((await logIn(ftpd, "slow")).downloadTo(download.sink, bigFile));
  const source = new PassThrough();
  source.write(Buffer.alloc(heldBytes));
  holdUntilCleanup((await logIn(ftpd, "slow")).uploadFrom(source, "held.bin"));
  const upload = join(ftpd.home("slow"), "held.bin");
  await waitFor(() => existsSync(upload));
  return { upload, downloadedBytes: download.bytes };
}

function countingSink() {
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  return { sink, bytes: () => bytes };
}

/** The transfer must last until its client or its daemon ends. */
function holdUntilCleanup(transfer: Promise<unknown>): void {
  const outcome = transfer.then(
    () => "finished",
    () => "broke off",
  );
  cleanups.unshift(async () => expect(await outcome).toBe("broke off"));
}

async function listWithPureftpwho(port: number) {
  const { stdout } = await run(findProgram("pure-ftpwho") ?? "", ["-s", "-n"]);
  const rows = stdout.split("\n").map((line) => line.split("|"));
  return rows
    .filter((row) => row[7] === String(port))
    .map(([, user, , state = "", file]) => ({ user, state: state.trim(), file }));
}

async function titlesOf(ftpd: RealFtpd): Promise<readonly string[]> {
  return Promise.all((await descendantsOf(ftpd.processId)).map(readTitle));
}

/** Empty when the process has ended. */
async function readTitle(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ").trim();
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}
