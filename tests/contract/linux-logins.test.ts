import { constants, copyFile, readFile, rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { linuxLoginsProvider } from "@/lib/providers/linux-logins/provider";
import type { Session } from "@/lib/sessions/session";
import { createLocalTransport } from "@/lib/transports/local";
import { describeWith } from "@/tests/support/describe-with";
import { logInOverSsh } from "@/tests/support/linux-login";
import { makeUtmp } from "@/tests/support/linux-login-records";
import { reach, signInTo } from "@/tests/support/linux-login-site";
import { createPlainAccount } from "@/tests/support/plain-account";
import { sendSignal } from "@/tests/support/processes";
import { type RealSshd, startRealSshd } from "@/tests/support/real-sshd";
import { waitFor } from "@/tests/support/wait-for";
import { inTime, listOf, users } from "./linux-logins";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const helper = "/usr/local/sbin/rollcall-log-out";
const shipped = "lib/providers/linux-logins/rollcall-log-out";
const [anna, bruno] = users;

describeWith(["root", "sshd"], "a machine without logind", () => {
  let removeUtmp = async () => {};
  beforeAll(async () => {
    removeUtmp = await makeUtmp();
  });
  afterAll(() => removeUtmp());
  // Who leaves is gone a moment after the connection is.
  afterEach(nobodyIsLeft);

  describeSessionSource("linux-logins on this machine", () => startOnUtmp("local"), users);
  describeSessionSource("linux-logins over SSH", () => startOnUtmp("ssh"), users);
  describe("a login", describeLogin);
  describeWith("sudo", "for an account that is not root", describePlainAccount);
});

async function nobodyIsLeft(): Promise<void> {
  const transport = createLocalTransport();
  const source = linuxLoginsProvider.open("this-server/linux-logins", {}, transport);
  const isOurs = ({ user }: Session) => user === anna || user === bruno;
  await waitFor(async () => !(await source.list(inTime())).some(isOurs));
  await transport.close();
}

function describeLogin() {
  const transport = createLocalTransport();
  const source = linuxLoginsProvider.open("this-server/linux-logins", {}, transport);
  let sshd: RealSshd;
  beforeAll(async () => {
    sshd = await startRealSshd();
  });
  afterAll(async () => {
    await sshd.stop();
    await transport.close();
  });

  it("is found, and shown with its terminal, address, start and idle time", async () => {
    expect(await linuxLoginsProvider.find?.(transport, inTime())).toEqual([{}]);
    const before = Date.now();
    const guest = await logInOverSsh(sshd, anna);
    const [login] = await listOf(source, anna);
    expect(login).toMatchObject({
      kind: "terminal",
      status: "logged-in",
      name: expect.stringMatching(/^pts\/\d+$/),
      remoteAddress: "127.0.0.1",
      isService: false,
      actions: ["logOff", "reset"],
    });
    expect(Math.abs((login?.startedAt?.getTime() ?? 0) - before)).toBeLessThan(5_000);
    expect(login?.idleSeconds).toBeLessThan(10);
    await guest.leave();
  });

  it("that ignores the hang-up of its terminal stays, and ends with Reset", async () => {
    const guest = await logInOverSsh(sshd, anna);
    guest.type(`trap "" HUP; echo deaf-$((1 + 1))`);
    await waitFor(() => guest.shown().includes("deaf-2"));
    const refs = (await listOf(source, anna)).map(({ ref }) => ref);
    expect(await source.act(refs, "logOff", inTime())).toEqual([{ status: "asked" }]);
    guest.type("echo still-$((1 + 2))");
    await waitFor(() => guest.shown().includes("still-3"));
    expect(await listOf(source, anna)).toMatchObject([{ ref: refs[0] }]);
    expect(await source.act(refs, "reset", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => !guest.isConnected());
    await guest.leave();
  });

  it("in one of two terminals of a connection ends without the other", async () => {
    const first = await logInOverSsh(sshd, anna);
    const [chosen] = await listOf(source, anna);
    const second = await first.openTerminal();
    await waitFor(async () => (await listOf(source, anna)).length === 2);
    if (!chosen) throw new Error("nobody is signed in");
    expect(await source.act([chosen.ref], "logOff", inTime())).toEqual([{ status: "asked" }]);
    await waitFor(() => !first.isConnected());
    second.type("echo here-$((2 + 2))");
    await waitFor(() => second.shown().includes("here-4"));
    expect(await listOf(source, anna)).toHaveLength(1);
    await first.leave();
  });

  it("whose record outlived it is not shown", async () => {
    const guest = await logInOverSsh(sshd, bruno);
    await listOf(source, bruno);
    for (const pid of await sshd.connectionProcessIds()) sendSignal(pid, "SIGKILL");
    await waitFor(async () => (await source.list(inTime())).every(({ user }) => user !== bruno));
    expect(await readFile("/run/utmp", "latin1")).toContain(bruno);
    await guest.leave();
  });
}

function describePlainAccount() {
  it("others' logins can be ended once sudo allows the helper, and until then not", async () => {
    const sshd = await startRealSshd();
    const account = await createPlainAccount((name) => `${name} ALL=(root) NOPASSWD: ${helper}\n`);
    const transport = reach(sshd, account.name);
    const open = () => linuxLoginsProvider.open("web/linux-logins", {}, transport);
    const guest = await logInOverSsh(sshd, anna);
    try {
      const source = open();
      const refs = (await listOf(source, anna)).map(({ ref }) => ref);
      const remedy = `${account.name} ALL=(root) NOPASSWD: ${helper}`;
      expect(source.limits?.()).toEqual([{ code: "may-not-end", remedy, count: null }]);
      expect(await source.act(refs, "logOff", inTime())).toMatchObject([{ status: "refused" }]);
      expect(guest.isConnected()).toBe(true);

      await copyFile(shipped, helper, constants.COPYFILE_EXCL);
      onTestFinished(() => rm(helper));
      const granted = open();
      await listOf(granted, anna);
      expect(granted.limits?.()).toEqual([]);
      expect(await granted.act(refs, "logOff", inTime())).toEqual([{ status: "asked" }]);
      await waitFor(() => !guest.isConnected());
    } finally {
      await guest.leave();
      await transport.close();
      await sshd.stop();
      await account.remove();
    }
  });
}

async function startOnUtmp(way: "local" | "ssh"): Promise<SourceUnderTest> {
  const sshd = await startRealSshd();
  const transport = way === "local" ? createLocalTransport() : reach(sshd);
  return {
    source: linuxLoginsProvider.open("this-server/linux-logins", {}, transport),
    ending: "logOff",
    signIn: (user) => signInTo(sshd, user),
    breakDown: () => (way === "local" ? transport.close() : sshd.stop()),
    async stop() {
      await transport.close();
      await sshd.stop();
    },
  };
}
