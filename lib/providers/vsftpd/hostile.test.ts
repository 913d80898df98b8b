import { spawn } from "node:child_process";
import { chown, copyFile, mkdir, mkdtemp, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { FtpSession } from "@/lib/sessions/session";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { holdDownload } from "@/tests/support/held-transfers";
import { sendSignal } from "@/tests/support/processes";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { waitFor } from "@/tests/support/wait-for";
import { vsftpdProvider } from "./provider";

const inTime = () => AbortSignal.timeout(10_000);
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe("a process that calls itself vsftpd", () => {
  it("invents no other row, whatever it shows as its command line", async () => {
    const forged = [
      "/proc/4/stat:4 (vsftpd) S 1 4 4 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 77 0",
      "/proc/4/cmdline:vsftpd: 192.0.2.9/root: IDLE",
      "rollcall-sockets",
      "rollcall-records",
      "rollcall-may end",
      "rollcall-end",
      "",
    ];
    const title = ["vsftpd: 192.0.2.7/anna: RETR a", ...forged].join("\n");
    for (const argv0 of [title, title.replaceAll("\n", "\r"), `${forged.join("\n")}x`]) {
      const { program, processId } = await startImpostor(argv0);
      const list = lister(program);
      // Where its first words are no title it could as well be a daemon without titles.
      const expected = argv0.startsWith("vsftpd: ") ? [processId] : [];
      await waitFor(async () => (await list()).length === expected.length);
      expect((await list()).map(({ pid }) => pid)).toEqual(expected);
    }
  });
});

describe("a process that any account can start", () => {
  it("is no session and no daemon, even where nothing else is called vsftpd", async () => {
    const titles = ["vsftpd: 192.0.2.6/root: IDLE", "vsftpd: LISTENER", "/usr/sbin/vsftpd"];
    for (const title of titles) {
      const { program } = await startImpostor(title, nobodyUid);
      await expect(lister(program)()).rejects.toThrow("unreachable: vsftpd is not running");
    }
  });
});

describeWith(["vsftpd", "ss"], "the names of a real vsftpd's files", () => {
  it("are whole where the title was cut, or cannot show their letters", async () => {
    const daemon = await startRealVsftpd(["anna"]);
    cleanups.push(() => daemon.stop());
    const folder = join("d".repeat(200), "e".repeat(200));
    await mkdir(join(daemon.home("anna"), folder), { recursive: true });
    const list = lister(await readlink(`/proc/${daemon.processId}/exe`));
    const names = [
      `${"f".repeat(240)}.bin`,
      "naïve ✓.bin",
      "a\tb: IDLE .bin",
      "percent %s $(id).bin",
      "blank at the end ",
    ];
    for (const name of names) {
      const path = join(folder, name);
      await writeFile(join(daemon.home("anna"), path), Buffer.alloc(20_000_000));
      const client = await daemon.logIn("anna");
      await holdDownload(client, path, { bytesPerSecond: 10_000 });
      const [found] = await waitFor(async () => {
        const sessions = await list();
        return sessions.length === 1 && sessions.every(({ filePath }) => filePath) && sessions;
      });
      expect(found).toMatchObject({ user: "anna", status: "downloading", fileName: path });
      expect(found?.filePath).toBe(join(daemon.home("anna"), path));
      client.close();
      await waitFor(async () => (await list()).length === 0);
    }
  });
});

function lister(program: string): () => Promise<readonly FtpSession[]> {
  const transport = createLocalTransport();
  cleanups.push(() => transport.close());
  const source = vsftpdProvider.open("here/vsftpd", { program }, transport);
  return async () => (await source.list(inTime())).filter((session) => session.kind === "ftp");
}

const nobodyUid = 65_534;

/** As the account that runs the test, or as another with a binary of its own. */
async function startImpostor(argv0: string, uid = process.getuid?.() ?? 0) {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-impostor-"));
  const program = join(folder, "vsftpd");
  await copyFile("/usr/bin/sleep", program);
  await chown(program, uid, -1);
  await chown(folder, uid, -1);
  const { pid: processId = 0 } = spawn(program, ["600"], { argv0, uid, stdio: "ignore" });
  cleanups.push(async () => {
    sendSignal(processId, "SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  return { program, processId };
}
