import { once } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Command, shScript } from "@/lib/sessions/command";
import { describeWith } from "./describe-with";
import { isConnected } from "./held-transfers";
import { type PidNamespace, startInPidNamespace } from "./pid-namespace";
import { sendSignal } from "./processes";
import { startRealProftpd } from "./real-proftpd";
import { waitFor } from "./wait-for";

describeWith("root", "a PID namespace", () => {
  let namespace: PidNamespace;
  beforeEach(async () => {
    namespace = await startInPidNamespace();
  });
  afterEach(() => namespace.stop());

  async function say(command: Command): Promise<string> {
    const { stdout } = await namespace.transport.run(command, AbortSignal.timeout(5000));
    return Buffer.from(stdout).toString().trim();
  }
  const nameOf = (pid: number) =>
    say(shScript`cat /proc/${pid}/comm || echo nobody; echo rollcall-end`);

  it("gives one process the number of another that has ended", async () => {
    await namespace.nextPid(4321);
    const first = await namespace.run("sleep", ["300"]);
    expect(first.pid).toBe(4321);
    expect(await nameOf(4321)).toBe("sleep");
    await expect(namespace.nextPid(4321)).rejects.toThrow("4321 is taken");

    sendSignal(first.outerPid, "SIGKILL");
    await once(first.child, "exit");
    expect(await nameOf(4321)).toBe("nobody");
    await namespace.nextPid(4321);
    expect((await namespace.run("tail", ["-f", "/dev/null"])).pid).toBe(4321);
    expect(await nameOf(4321)).toBe("tail");
  });

  it("runs commands that see its processes and no other", async () => {
    const pids = await say(shScript`cd /proc; echo [0-9]*; echo rollcall-end`);
    expect(pids.split(" ")).toContain("1");
    expect(pids.split(" ").length).toBeLessThan(6);
    expect(await say(shScript`kill -0 ${process.pid} || echo nobody; echo rollcall-end`)).toBe(
      "nobody",
    );
  });

  it("ends all that runs inside", async () => {
    const { outerPid } = await namespace.run("sleep", ["300"]);
    await namespace.stop();
    await waitFor(() => !sendSignal(outerPid, 0));
  });

  describeWith("proftpd", "with a ProFTPD inside", () => {
    it("lets a stranger of the same name take the number of a session that ended", async () => {
      const folder = await mkdtemp(join(tmpdir(), "rollcall-stranger-"));
      const stranger = join(folder, "proftpd");
      await copyFile("/usr/bin/sleep", stranger);
      const daemon = await startRealProftpd(["anna"], { inside: namespace });
      expect(await nameOf(daemon.processId)).toBe("proftpd");

      await namespace.nextPid(5000);
      const anna = await daemon.logIn("anna");
      const parentOf5000 = shScript`ps -o ppid= -o comm= -p 5000; echo rollcall-end`;
      expect(await say(parentOf5000)).toMatch(new RegExp(`^${daemon.processId} proftpd$`));
      await say(shScript`kill -TERM 5000; echo rollcall-end`);
      await waitFor(async () => !(await isConnected(anna)));
      await waitFor(async () => (await nameOf(5000)) === "nobody");

      await namespace.nextPid(5000);
      expect((await namespace.run(stranger, ["300"])).pid).toBe(5000);
      expect(await nameOf(5000)).toBe("proftpd");
      await daemon.stop();
      await rm(folder, { recursive: true });
    });

    it("gives a session under inetd the number that was chosen", async () => {
      const daemon = await startRealProftpd(["anna"], { inside: namespace, inetd: true });
      await namespace.nextPid(5000);
      const anna = await daemon.logIn("anna");
      expect(await nameOf(5000)).toBe("proftpd");
      expect(await say(shScript`ps -o pgid= -p 5000; echo rollcall-end`)).toBe("5000");
      await daemon.stop();
      await waitFor(async () => !(await isConnected(anna)));
      expect(await nameOf(5000)).toBe("nobody");
    });

    it("keeps the sessions of a killed daemon, and frees their numbers when they end", async () => {
      const daemon = await startRealProftpd(["anna"], { inside: namespace });
      await namespace.nextPid(5000);
      const anna = await daemon.logIn("anna");
      const other = await daemon.logIn("anna");
      await daemon.kill();
      expect(await Promise.all([anna, other].map(isConnected))).toEqual([true, true]);
      await say(shScript`kill -TERM 5000; echo rollcall-end`);
      await waitFor(async () => (await nameOf(5000)) === "nobody");
      expect(await Promise.all([anna, other].map(isConnected))).toEqual([false, true]);
      await daemon.stop();
      await waitFor(async () => !(await isConnected(other)));
    });
  });
});
