import { getEventListeners } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shellLine, shScript } from "@/lib/sessions/command";
import type { Answer, Transport } from "@/lib/sessions/transport";
import { describeWith } from "@/tests/support/describe-with";
import { descendantsOf, sendSignal } from "@/tests/support/processes";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { waitFor } from "@/tests/support/wait-for";
import { readHostKeyFingerprint } from "./read-host-key";
import { createSshTransport } from "./ssh";

const never = new AbortController().signal;
const failure = (code: string) => expect.objectContaining({ code });
const textOf = ({ stdout }: Answer) => Buffer.from(stdout).toString();
const hello = shScript`echo hello; echo rollcall-end`;

describeWith("sshd", "a command over a real sshd", () => {
  let sshd: RealSshd;
  let transport: Transport;
  const open = (server: RealSshd) =>
    createSshTransport({
      ...server,
      credential: { privateKey: server.privateKey },
      trustedFingerprint: async () => server.fingerprint,
    });

  beforeAll(async () => {
    sshd = await startRealSshd({ maxSessions: 2, env: { ROLLCALL_TEST: "from sshd" } });
    transport = open(sshd);
  });
  afterAll(async () => {
    await transport.close();
    await sshd.stop();
  });

  it("gives its output, its complaints and its exit code", async () => {
    const answer = await transport.run(
      shScript`echo "$ROLLCALL_TEST"; echo two >&2; read line || echo no input; echo rollcall-end; exit 3`,
      never,
    );
    expect(textOf(answer)).toBe("from sshd\nno input\n");
    expect(Buffer.from(answer.stderr).toString()).toBe("two\n");
    expect(answer.exitCode).toBe(3);
  });

  it("goes to the login shell as it is when it is a line for it", async () => {
    const answer = await transport.run(shellLine`echo 'one  two' && echo rollcall-end`, never);
    expect(textOf(answer)).toBe("one  two\n");
  });

  it("shares one connection with all others, even where the server takes two at once", async () => {
    const runs = Array.from({ length: 20 }, (_, number) =>
      transport.run(shScript`echo ${number}; echo rollcall-end`, never),
    );
    const answers = await Promise.all(runs);
    expect(answers.map(textOf)).toEqual(runs.map((_, number) => `${number}\n`));
    expect(await sshd.connectionProcessIds()).toHaveLength(1);
  });

  it("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    for (let look = 0; look < 50; look += 1) await transport.run(hello, signal);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("is given up with its caller, and the connection stays", async () => {
    const [connection = 0] = await sshd.connectionProcessIds();
    const caller = new AbortController();
    const run = transport.run(shScript`sleep 1; echo rollcall-end`, caller.signal);
    await waitFor(async () => (await descendantsOf(connection)).length > 0);
    caller.abort(new Error("too late"));
    await expect(run).rejects.toThrow("too late");
    expect(textOf(await transport.run(hello, never))).toBe("hello\n");
    await waitFor(async () => (await descendantsOf(connection)).length === 0);
    expect(await sshd.connectionProcessIds()).toEqual([connection]);
  });

  it("with endless output is ended on the server and called too large", async () => {
    const [connection = 0] = await sshd.connectionProcessIds();
    const before = process.memoryUsage().rss;
    const command = shScript`head -c 300000000 /dev/zero; echo rollcall-end`;
    await expect(transport.run(command, never)).rejects.toEqual(failure("too-large"));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    await waitFor(async () => (await descendantsOf(connection)).length === 0);
    expect(textOf(await transport.run(hello, never))).toBe("hello\n");
  });

  it("whose connection dies in mid-answer is never a short answer, and the next one connects anew", async () => {
    const [connection = 0] = await sshd.connectionProcessIds();
    const run = transport.run(shScript`echo hello; echo rollcall-end; sleep 300`, never);
    await waitFor(async () => (await descendantsOf(connection)).length >= 2);
    const processes = [connection, ...(await descendantsOf(connection))];
    for (const pid of processes) sendSignal(pid, "SIGKILL");
    await expect(run).rejects.toEqual(failure("unreadable"));
    expect(textOf(await transport.run(hello, never))).toBe("hello\n");
  });

  it("on a frozen server is given up at the caller's deadline, and runs again after the thaw", async () => {
    const [connection = 0] = await sshd.connectionProcessIds();
    const frozen = [connection, ...(await descendantsOf(connection))];
    for (const pid of frozen) sendSignal(pid, "SIGSTOP");
    try {
      const started = performance.now();
      const look = () => transport.run(hello, AbortSignal.timeout(1_200));
      const looks = await Promise.allSettled([look(), look(), look(), look(), look(), look()]);
      expect(looks.map(({ status }) => status)).toEqual(looks.map(() => "rejected"));
      expect(performance.now() - started).toBeLessThan(2_000);
      // The listening sshd is not frozen, so a new connection gets through.
      expect(textOf(await transport.run(hello, AbortSignal.timeout(5_000)))).toBe("hello\n");
    } finally {
      for (const pid of frozen) sendSignal(pid, "SIGCONT");
    }
    expect(textOf(await transport.run(hello, never))).toBe("hello\n");
  });

  it("is not run while the whole server is frozen, and runs soon after the thaw", async () => {
    const fresh = open(sshd);
    sendSignal(sshd.processId, "SIGSTOP");
    try {
      const run = fresh.run(hello, AbortSignal.timeout(300));
      await expect(run).rejects.toEqual(expect.objectContaining({ name: "TimeoutError" }));
    } finally {
      sendSignal(sshd.processId, "SIGCONT");
    }
    expect(textOf(await fresh.run(hello, never))).toBe("hello\n");
    await fresh.close();
  });

  it("is not run once the transport is closed", async () => {
    const closing = open(sshd);
    const run = closing.run(shScript`sleep 300; echo rollcall-end`, never);
    const waiting = Array.from({ length: 5 }, () => closing.run(hello, never));
    await closing.close();
    for (const each of [run, ...waiting])
      await expect(each).rejects.toEqual(failure("unreachable"));
  });

  it("finds the host key that ssh-keygen prints, without any login", async () => {
    expect(await readHostKeyFingerprint(sshd, never)).toBe(sshd.fingerprint);
  });
});
