import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeWith } from "@/tests/support/describe-with";
import type { RealFtpd } from "@/tests/support/ftp-daemon";
import { holdDownload } from "@/tests/support/held-transfers";
import { childrenOf, descendantsOf } from "@/tests/support/processes";
import { bigFile, type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { runHelper, shells } from "@/tests/support/run-helper";
import { waitFor } from "@/tests/support/wait-for";
import { parseDetails } from "./process-details";

async function look(shell: readonly string[], ...pids: readonly (string | number)[]) {
  const { stdout, stderr, exitCode } = await runHelper("rollcall-look", shell, pids);
  return { stdout, stderr, exitCode, found: parseDetails(Buffer.from(stdout, "latin1")) };
}

describeWith("proftpd", "rollcall-look", () => {
  let daemon: RealProftpd;
  beforeAll(async () => {
    daemon = await startRealProftpd(["anna"]);
  });
  afterAll(() => daemon.stop());

  describe.each(shells)("run by %s", (...shell) => {
    it("shows where a session is and which files it has open, whatever their names", async () => {
      const home = daemon.home("anna");
      const folder = `r\xe9sum\xe9s-${shell[0]}`;
      await mkdir(Buffer.from(join(home, folder), "latin1"));
      const path = Buffer.from(join(home, folder, "a -> b.bin"), "latin1");
      const client = await daemon.logIn("anna");
      const pid = (await childrenOf(daemon.processId)).at(-1) ?? 0;
      await rename(join(home, bigFile), path);
      const download = await holdDownload(client, Buffer.from(`/${folder}/a -> b.bin`, "latin1"));
      const details = await waitFor(async () => {
        const { found } = await look(shell, pid);
        return found.get(pid)?.files.some(({ size }) => size === 50_000_000) && found.get(pid);
      });
      expect(details).toMatchObject({ cwd: home, root: home });
      expect(details.files.map((file) => file.path)).toContain(path.toString("latin1"));
      download.close();
      await rename(path, join(home, bigFile));
    });

    it("tells a session in another network, as that of a container, from one in its own", async () => {
      const client = await daemon.logIn("anna");
      const pid = (await childrenOf(daemon.processId)).at(-1) ?? 0;
      expect((await look(shell, pid)).found.get(pid)).not.toHaveProperty("isInOtherNetwork");
      const away = await look(["unshare", "--net", ...shell], pid);
      expect(away.found.get(pid)).toMatchObject({ isInOtherNetwork: true });
      client.close();
    });

    it("shows nothing of any other process", async () => {
      const { stdout, exitCode } = await look(shell, process.pid, 1, 0, 99_999_999);
      expect([stdout, exitCode]).toEqual(["", 0]);
      expect((await look(shell)).stdout).toBe("");
    });

    it("shows nothing at all unless each of its words is a plain number", async () => {
      const client = await daemon.logIn("anna");
      const [pid = 0] = await childrenOf(daemon.processId);
      for (const word of ["", "-1", "1.5", "self", "1 2", "1\n2", "*", "../tmp"]) {
        const { stdout, stderr, exitCode } = await look(shell, pid, word);
        expect([stdout, exitCode]).toEqual(["", 2]);
        expect(stderr).toBe("usage: rollcall-look PID...\n");
      }
      client.close();
    });

    it("makes no command out of a word that names a folder of its caller", async () => {
      const folder = await mkdtemp(join(tmpdir(), "rollcall-look-"));
      const word = `..${folder}/x -fprintf ${folder}/made owned `;
      await mkdir(join("/proc", word), { recursive: true });
      await writeFile(join("/proc", word, "stat"), "1 (proftpd) S 1 1\n");
      expect((await look(shell, word)).exitCode).toBe(2);
      expect(await readdir(folder)).not.toContain("made");
      await rm(folder, { recursive: true });
    });
  });
});

describeWith("vsftpd", "rollcall-look for vsftpd", () => {
  let daemon: RealFtpd;
  beforeAll(async () => {
    daemon = await startRealVsftpd(["anna"]);
  });
  afterAll(() => daemon.stop());

  it.each(shells)("run by %s also shows how far a slow download is", async (...shell) => {
    const client = await daemon.logIn("slow");
    const download = await holdDownload(client, bigFile, { bytesPerSecond: 1_000_000 });
    const pids = await descendantsOf(daemon.processId);
    const file = await waitFor(async () => {
      const { found } = await look(shell, ...pids);
      const files = [...found.values()].flatMap((details) => details.files);
      return files.find(({ position, size }) => size !== undefined && (position ?? 0) > 0);
    });
    expect(file).toMatchObject({ path: `${daemon.home("slow")}/${bigFile}`, size: 50_000_000 });
    download.close();
    client.close();
  });
});
