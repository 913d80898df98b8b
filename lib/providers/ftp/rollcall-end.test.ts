import type { Client } from "basic-ftp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeWith } from "@/tests/support/describe-with";
import { childrenOf, sendSignal } from "@/tests/support/processes";
import { greet, say } from "@/tests/support/raw-ftp";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { runHelper, shells, startOf, stateOf } from "@/tests/support/run-helper";
import { waitFor } from "@/tests/support/wait-for";
import { posixSum } from "./posix-sum";

const nobodyYet = [0, 0] as const;

function userOf(name: string) {
  const bytes = Buffer.from(`proftpd: ${name} - `);
  return [bytes.length, posixSum(bytes)] as const;
}

describeWith("proftpd", "rollcall-end", () => {
  let daemon: RealProftpd;
  beforeAll(async () => {
    daemon = await startRealProftpd(["anna", "bruno"]);
  });
  afterAll(() => daemon.stop());

  /** The process that began to serve meanwhile. */
  async function pidOf<Opened>(open: () => Promise<Opened>): Promise<[Opened, number]> {
    const before = new Set(await childrenOf(daemon.processId));
    const opened = await open();
    const pid = (await childrenOf(daemon.processId)).find((each) => !before.has(each));
    if (pid === undefined) throw new Error("no process serves the new connection");
    return [opened, pid];
  }

  const logIn = (user: string) => pidOf(() => daemon.logIn(user));

  async function isAnswered(client: Client): Promise<boolean> {
    return (await client.send("NOOP")).code === 200;
  }

  describe.each(shells)("run by %s", (...shell) => {
    const run = (...args: readonly (string | number)[]) => runHelper("rollcall-end", shell, args);
    const end = async (pid: number, start: string | number, user: readonly number[]) =>
      (await run("proftpd", "end", "-", pid, start, ...user)).stdout;

    it("ends the session it was given and nobody else", async () => {
      const [anna, pid] = await logIn("anna");
      const [bruno] = await logIn("bruno");
      expect(await end(pid, await startOf(pid), userOf("anna"))).toBe(`asked ${pid}\n`);
      await waitFor(() => stateOf(pid).then((state) => state === undefined));
      expect(await isAnswered(bruno)).toBe(true);
      anna.close();
      bruno.close();
    });

    it("ends several, and answers each in order", async () => {
      const [anna, first] = await logIn("anna");
      const [bruno, second] = await logIn("bruno");
      const both = [
        ...[first, await startOf(first), ...userOf("bruno")],
        ...[second, await startOf(second), ...userOf("bruno")],
      ];
      const { stdout, stderr, exitCode } = await run("proftpd", "end", "-", ...both);
      expect(stdout).toBe(`replaced ${first}\nasked ${second}\n`);
      expect([stderr, exitCode]).toEqual(["", 0]);
      expect(await isAnswered(anna)).toBe(true);
      anna.close();
      bruno.close();
    });

    it("leaves alone whose start, user or program is another", async () => {
      const [anna, pid] = await logIn("anna");
      const start = await startOf(pid);
      expect(await end(pid, Number(start) + 1, userOf("anna"))).toBe(`replaced ${pid}\n`);
      expect(await end(pid, "9".repeat(40), userOf("anna"))).toBe(`replaced ${pid}\n`);
      expect(await end(pid, start, userOf("ann"))).toBe(`replaced ${pid}\n`);
      expect(await end(pid, start, nobodyYet)).toBe(`replaced ${pid}\n`);
      const tail = [pid, start, ...userOf("anna")];
      const other = await run("proftpd", "end", "/usr/sbin/other", ...tail);
      expect(other.stdout).toBe(`replaced ${pid}\n`);
      const daemonOfOtherKind = await run("vsftpd", "force", "-", ...tail);
      expect(daemonOfOtherKind.stdout).toBe(`gone ${pid}\n`);
      expect(await isAnswered(anna)).toBe(true);
      const same = await run("proftpd", "end", "/usr/sbin/proftpd", ...tail);
      expect(same.stdout).toBe(`asked ${pid}\n`);
      anna.close();
    });

    it("calls gone what is no session of that daemon any more", async () => {
      expect(await end(process.pid, await startOf(process.pid), nobodyYet)).toBe(
        `gone ${process.pid}\n`,
      );
      expect(await end(99_999_999, 1, nobodyYet)).toBe("gone 99999999\n");
      const [anna, pid] = await logIn("anna");
      const start = await startOf(pid);
      // A daemon that stands still asks for no exit code, so its child stays a zombie.
      sendSignal(daemon.processId, "SIGSTOP");
      try {
        sendSignal(pid, "SIGKILL");
        await waitFor(() => stateOf(pid).then((state) => state === "Z"));
        expect(await end(pid, start, userOf("anna"))).toBe(`gone ${pid}\n`);
      } finally {
        sendSignal(daemon.processId, "SIGCONT");
      }
      anna.close();
    });

    it("refuses to end the daemon", async () => {
      const pid = daemon.processId;
      for (const user of [nobodyYet, userOf("anna")]) {
        const said = await end(pid, await startOf(pid), user);
        expect(said).not.toContain("asked");
      }
      const title = Buffer.from("proftpd: (accepting connections)");
      const named = [title.length, posixSum(title)];
      expect(await end(pid, await startOf(pid), named)).toBe(
        `refused ${pid} this is the daemon itself\n`,
      );
      expect(await stateOf(pid)).not.toBeUndefined();
    });

    it("ends who is not logged in, unless somebody has logged in meanwhile", async () => {
      const [silent, pid] = await pidOf(() => greet(daemon));
      expect(await end(pid, await startOf(pid), nobodyYet)).toBe(`asked ${pid}\n`);
      const [named, second] = await pidOf(() => greet(daemon));
      await say(named, "USER anna");
      expect(await end(second, await startOf(second), userOf("anna"))).toBe(`replaced ${second}\n`);
      await say(named, "PASS correct horse");
      expect(await end(second, await startOf(second), nobodyYet)).toBe(`replaced ${second}\n`);
      expect(await say(named, "NOOP")).toMatch(/^200/);
      silent.destroy();
      named.destroy();
    });

    it("ends by force what no longer listens", async () => {
      const [anna, pid] = await logIn("anna");
      const tail = [pid, await startOf(pid), ...userOf("anna")];
      sendSignal(pid, "SIGSTOP");
      expect((await run("proftpd", "end", "-", ...tail)).stdout).toBe(`asked ${pid}\n`);
      expect(await stateOf(pid)).toBe("T");
      expect((await run("proftpd", "force", "-", ...tail)).stdout).toBe(`asked ${pid}\n`);
      await waitFor(() => stateOf(pid).then((state) => state === undefined));
      anna.close();
    });

    it("does the same whatever the caller's environment holds", async () => {
      const [anna, pid] = await logIn("anna");
      const tail = [pid, await startOf(pid), ...userOf("anna")];
      const env = { PATH: "/nowhere", IFS: "0123456789 /", ENV: "/dev/stdin", LC_ALL: "xx_YY" };
      const { stdout } = await runHelper(
        "rollcall-end",
        shell,
        ["proftpd", "end", "-", ...tail],
        env,
      );
      expect(stdout).toBe(`asked ${pid}\n`);
      anna.close();
    });

    it.each([
      [[]],
      [["proftpd", "end"]],
      [["pure-ftpd/pure-ftpd/S", "end", "-"]],
      [["*", "end", "-"]],
      [["proftpd", "-KILL", "-"]],
    ])("says how it is used when called with %j", async (head) => {
      const { stdout, stderr, exitCode } = await run(...head);
      expect([stdout, exitCode]).toEqual(["", 2]);
      expect(stderr).toMatch(/^usage: rollcall-end proftpd\|pure-ftpd\|vsftpd end\|force /);
    });

    it("signals nobody unless all its numbers are plain", async () => {
      const [anna, pid] = await logIn("anna");
      const right = [pid, await startOf(pid), ...userOf("anna")];
      const wrong = [
        ...["", "-1", "+1", "1.5", "0x10", "010", "1 2", "1\n2"],
        ...["self", "../tmp/x", "1/../2", "*"],
      ];
      const calls = [
        [...right, pid],
        ...wrong.flatMap((word) =>
          right.map((_number, place) => [...right, ...right.with(place, word)]),
        ),
      ];
      for (const numbers of calls) {
        const { stdout, exitCode } = await run("proftpd", "force", "-", ...numbers);
        expect([stdout, exitCode]).toEqual(["", 2]);
      }
      expect(await isAnswered(anna)).toBe(true);
      anna.close();
    });
  });
});
