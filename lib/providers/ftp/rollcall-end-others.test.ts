import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { describeWith } from "@/tests/support/describe-with";
import { freePort } from "@/tests/support/free-port";
import type { RealFtpd } from "@/tests/support/ftp-daemon";
import { startInetd } from "@/tests/support/inetd";
import { childrenOf, descendantsOf, sendSignal } from "@/tests/support/processes";
import { findProgram } from "@/tests/support/programs";
import { greet } from "@/tests/support/raw-ftp";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { runHelper, shells, startOf, stateOf } from "@/tests/support/run-helper";
import { waitFor } from "@/tests/support/wait-for";
import { posixSum } from "./posix-sum";

const nobodyYet = [0, 0] as const;

function userOf(text: string) {
  const bytes = Buffer.from(text);
  return [bytes.length, posixSum(bytes)] as const;
}

async function isGone(pid: number): Promise<boolean> {
  const state = await stateOf(pid);
  return state === undefined || state === "Z";
}

/** The processes that began to serve meanwhile, the one next to the daemon first. */
async function pidsOf<Opened>(processId: number, open: () => Promise<Opened>) {
  const before = new Set(await descendantsOf(processId));
  const opened = await open();
  const pids = (await descendantsOf(processId)).filter((pid) => !before.has(pid));
  return { opened, first: pids[0] ?? 0, second: pids[1] ?? 0 };
}

describeWith("pure-ftpd", "rollcall-end for Pure-FTPd", () => {
  let daemon: RealFtpd;
  beforeAll(async () => {
    daemon = await startRealPureftpd(["anna", "bruno"]);
  });
  afterAll(() => daemon.stop());

  describe.each(shells)("run by %s", (...shell) => {
    const end = async (pid: number, user: readonly number[]) => {
      const args = ["pure-ftpd", "end", "-", pid, await startOf(pid), ...user];
      return (await runHelper("rollcall-end", shell, args)).stdout;
    };

    it("ends the session of the account that was seen, and no other", async () => {
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      const bruno = await pidsOf(daemon.processId, () => daemon.logIn("bruno"));
      expect(await end(bruno.first, userOf("anna\0"))).toBe(`replaced ${bruno.first}\n`);
      expect(await end(anna.first, userOf("anna\0"))).toBe(`asked ${anna.first}\n`);
      await waitFor(() => isGone(anna.first));
      expect((await bruno.opened.send("NOOP")).code).toBe(200);
      anna.opened.close();
      bruno.opened.close();
    });

    it("refuses to end the daemon, or the helper of a session", async () => {
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      for (const pid of [daemon.processId, anna.second]) {
        expect(await end(pid, nobodyYet)).toBe(`refused ${pid} this is the daemon itself\n`);
      }
      anna.opened.close();
    });

    it("ends who is not logged in, unless somebody has logged in meanwhile", async () => {
      const silent = await pidsOf(daemon.processId, () => greet(daemon));
      expect(await end(silent.first, userOf("?\0"))).toBe(`asked ${silent.first}\n`);
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      expect(await end(anna.first, userOf("?\0"))).toBe(`replaced ${anna.first}\n`);
      silent.opened.destroy();
      anna.opened.close();
    });

    it("ends a session of which the account was not known", async () => {
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      expect(await end(anna.first, nobodyYet)).toBe(`asked ${anna.first}\n`);
      anna.opened.close();
    });
  });
});

describeWith("vsftpd", "rollcall-end for vsftpd", () => {
  let daemon: RealFtpd;
  afterEach(() => daemon.stop());

  describe.each(shells)("run by %s", (...shell) => {
    const end = async (pid: number, user: readonly number[], signal = "end") => {
      const args = ["vsftpd", signal, "-", pid, await startOf(pid), ...user];
      return (await runHelper("rollcall-end", shell, args)).stdout;
    };

    it.each(["end", "force"])("by %s ends all processes of the one session", async (signal) => {
      daemon = await startRealVsftpd(["anna", "bruno"]);
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      const bruno = await pidsOf(daemon.processId, () => daemon.logIn("bruno"));
      const other = userOf("vsftpd: 127.0.0.1/anna:");
      expect(await end(bruno.second, other, signal)).toBe(`replaced ${bruno.second}\n`);
      expect(await end(anna.second, other, signal)).toBe(`asked ${anna.second}\n`);
      await waitFor(() => isGone(anna.first));
      await waitFor(() => isGone(anna.second));
      expect((await bruno.opened.send("NOOP")).code).toBe(200);
      anna.opened.close();
      bruno.opened.close();
    });

    it("ends who is not logged in, unless somebody has logged in meanwhile", async () => {
      daemon = await startRealVsftpd(["anna"]);
      const silent = await pidsOf(daemon.processId, () => greet(daemon));
      expect(await end(silent.second, nobodyYet)).toBe(`asked ${silent.second}\n`);
      await waitFor(() => isGone(silent.first));
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      expect(await end(anna.second, nobodyYet)).toBe(`replaced ${anna.second}\n`);
      silent.opened.destroy();
      anna.opened.close();
    });

    it.each([true, false])("refuses to end the daemon (titles: %s)", async (titles) => {
      daemon = await startRealVsftpd(["anna"], { titles });
      const anna = await pidsOf(daemon.processId, () => daemon.logIn("anna"));
      const itself = titles ? userOf("vsftpd: LISTENER") : nobodyYet;
      expect(await end(daemon.processId, itself, "force")).toMatch(/^refused \d+ this /);
      expect(await end(anna.second, titles ? userOf("vsftpd: ") : nobodyYet)).toBe(
        `asked ${anna.second}\n`,
      );
      await waitFor(() => isGone(anna.first));
      expect(await childrenOf(process.pid)).toContain(daemon.processId);
      anna.opened.close();
    });

    it("ends a session that inetd started", async () => {
      daemon = await startRealVsftpd(["anna"]);
      const settings = join(daemon.home("anna"), "inetd.conf");
      await writeFile(settings, "listen=NO\nsecure_chroot_dir=/run\nsetproctitle_enable=YES\n");
      const address = { host: "127.0.0.1", port: await freePort() };
      const call = { program: findProgram("vsftpd") ?? "", args: [settings] };
      const inetd = await startInetd({ host: address.host, ports: [address.port], ...call });
      const silent = await pidsOf(process.pid, () => greet(address));
      expect(await end(silent.second, nobodyYet)).toBe(`asked ${silent.second}\n`);
      await waitFor(() => isGone(silent.first));
      silent.opened.destroy();
      await inetd.stop();
    });

    it("refuses a process in the group of something else", async () => {
      daemon = await startRealVsftpd([]);
      const program = join(daemon.home("slow"), "vsftpd");
      await copyFile("/bin/sleep", program);
      const inGroup = `(exec -a "vsftpd: 192.0.2.1: not logged in" ${program} 60); :`;
      const leader = spawn("/bin/bash", ["-c", inGroup], { detached: true, stdio: "ignore" });
      const pid = await waitFor(async () => (await childrenOf(leader.pid ?? 0))[0]);
      await waitFor(async () => (await readFile(`/proc/${pid}/comm`, "utf8")) === "vsftpd\n");
      expect(await end(pid, nobodyYet, "force")).toBe(
        `refused ${pid} this may be more than one session\n`,
      );
      expect(leader.exitCode).toBeNull();
      sendSignal(pid, "SIGKILL");
      await once(leader, "exit");
    });
  });
});
