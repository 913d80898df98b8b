import { afterEach, beforeEach, expect, it } from "vitest";
import type { SessionSource } from "@/lib/sessions/session-source";
import type { Transport } from "@/lib/sessions/transport";
import { createLocalTransport } from "@/lib/transports/local";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "@/tests/support/describe-with";
import { isConnected } from "@/tests/support/held-transfers";
import { createPlainAccount } from "@/tests/support/plain-account";
import { sendSignal } from "@/tests/support/processes";
import { type RealProftpd, startRealProftpd } from "@/tests/support/real-proftpd";
import { startRealSshd } from "@/tests/support/real-sshd";
import { waitFor } from "@/tests/support/wait-for";
import { proftpdProvider } from "./provider";

const inTime = () => AbortSignal.timeout(10_000);

async function list(source: SessionSource) {
  return (await source.list(inTime())).filter((session) => session.kind === "ftp");
}

const leftoversOf = (source: SessionSource) =>
  source.limits?.().filter(({ code }) => code === "leftovers");

let daemon: RealProftpd;
const cleanUp: (() => Promise<void>)[] = [];

async function openHere(): Promise<Transport> {
  const transport = createLocalTransport();
  cleanUp.push(() => transport.close());
  return transport;
}

/** Over SSH, with an account of its own that may do this as root. */
async function openPlain(toRule: (account: string) => string) {
  const account = await createPlainAccount(toRule);
  const sshd = await startRealSshd({ account: account.name });
  const { host, port, user, privateKey, fingerprint } = sshd;
  const trustedFingerprint = async () => fingerprint;
  const credential = { privateKey };
  const transport = createSshTransport({ host, port, user, credential, trustedFingerprint });
  cleanUp.push(async () => {
    await transport.close();
    await sshd.stop();
    await account.remove();
  });
  return { transport, account: account.name };
}

const scrubRule = (account: string) =>
  `${account} ALL=(root) NOPASSWD: /usr/sbin/ftpscrub -f ${daemon.scoreboard}`;

const openSource = (transport: Transport) =>
  proftpdProvider.open("a/proftpd", { scoreboard: daemon.scoreboard }, transport);

/** Two sessions, of which the first is killed. Resolves with a client of the other. */
async function leaveOneBehind() {
  await daemon.logIn("anna");
  const bruno = await daemon.logIn("bruno");
  const source = openSource(await openHere());
  const [anna] = await list(source);
  expect(anna?.user).toBe("anna");
  expect(source.limits?.()).toEqual([]);
  sendSignal(anna?.pid ?? 0, "SIGKILL");
  await waitFor(async () => (await list(source)).length === 1);
  return bruno;
}

async function expectCleared(source: SessionSource): Promise<void> {
  await source.clearLeftovers?.(inTime());
  expect((await list(source)).map(({ user }) => user)).toEqual(["bruno"]);
  expect(leftoversOf(source)).toEqual([]);
}

describeWith(["proftpd", "sshd", "sudo"], "a ProFTPD under inetd", () => {
  beforeEach(async () => {
    daemon = await startRealProftpd(["anna", "bruno"], { inetd: true });
  });
  afterEach(async () => {
    for (const undo of cleanUp.splice(0)) await undo();
    await daemon.stop();
  });

  it("counts what ended sessions left behind, lists none of it, and clears it", async () => {
    const bruno = await leaveOneBehind();
    const source = openSource(await openHere());
    await list(source);
    expect(leftoversOf(source)).toEqual([{ code: "leftovers", remedy: null, count: 1 }]);
    await expectCleared(source);
    expect(await isConnected(bruno)).toBe(true);
  });

  it("clears them as a plain account with the line of sudoers that it asks for", async () => {
    await leaveOneBehind();
    const { transport, account } = await openPlain((name) => `${scrubRule(name)}\n`);
    const source = openSource(transport);
    await list(source);
    const remedy = scrubRule(account);
    expect(leftoversOf(source)).toEqual([{ code: "leftovers", remedy, count: 1 }]);
    await expectCleared(source);
  });

  it("is refused without that line", async () => {
    await leaveOneBehind();
    const { transport } = await openPlain(() => "");
    const source = openSource(transport);
    await expect(source.clearLeftovers?.(inTime())).rejects.toMatchObject({ code: "refused" });
    await list(source);
    expect(leftoversOf(source)).toHaveLength(1);
  });
});
