import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { SessionSource } from "@/lib/sessions/session-source";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeWith } from "@/tests/support/describe-with";
import type { RealFtpd } from "@/tests/support/ftp-daemon";
import { holdDownload, isConnected, openWithoutLogin } from "@/tests/support/held-transfers";
import { createPlainAccount, narrowRule, type PlainAccount } from "@/tests/support/plain-account";
import { childrenOf } from "@/tests/support/processes";
import { findProgram } from "@/tests/support/programs";
import { bigFile } from "@/tests/support/real-proftpd";
import { startRealPureftpd } from "@/tests/support/real-pureftpd";
import { startRealSshd } from "@/tests/support/real-sshd";
import { waitFor } from "@/tests/support/wait-for";
import { pureftpdProvider } from "./provider";

const inTime = () => AbortSignal.timeout(10_000);
const ftpwho = findProgram("pure-ftpwho");
const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A daemon with anna idle, slow downloading and one not logged in, seen by an account with this rule. */
async function start(toSudoers: (account: string) => string) {
  const account = await createPlainAccount(toSudoers);
  cleanups.push(() => account.remove());
  const sshd = await startRealSshd({ account: account.name });
  cleanups.push(() => sshd.stop());
  const { host, port, user, privateKey, fingerprint } = sshd;
  const trustedFingerprint = async () => fingerprint;
  const credential = { privateKey };
  const transport = createSshTransport({ host, port, user, credential, trustedFingerprint });
  cleanups.push(() => transport.close());
  const daemon = await startRealPureftpd(["anna"]);
  cleanups.push(() => daemon.stop());
  const anna = await daemon.logIn("anna");
  await holdDownload(await daemon.logIn("slow"), bigFile);
  await openWithoutLogin(daemon);
  const source = pureftpdProvider.open("there/pureftpd", { ftpwho }, transport);
  return { account, anna, daemon, source };
}

async function listOwn(source: SessionSource, daemon: RealFtpd) {
  const ours = new Set((await childrenOf(daemon.processId)).map(String));
  const all = await source.list(inTime());
  return all.filter((session) => session.kind === "ftp").filter(({ ref }) => ours.has(ref.id));
}

function limitOf({ name }: PlainAccount) {
  const remedy = `${name} ALL=(root) NOPASSWD: ${ftpwho} -p -n`;
  return { code: "no-titles", remedy, count: null };
}

const statesOf = async (source: SessionSource, daemon: RealFtpd) =>
  (await listOwn(source, daemon)).map(({ user, status }) => `${user} ${status}`).toSorted();
const byProcesses = ["null connecting", "null downloading", "null idle"];
const byPureFtpwho = ["anna idle", "null connecting", "slow downloading"];

describeWith(["root", "pure-ftpd", "sudo", "sshd"], "an account that is not root", () => {
  it("sees without any right how many there are and what they do, and why not who", async () => {
    const { account, anna, daemon, source } = await start(() => "");
    await waitFor(async () => `${await statesOf(source, daemon)}` === `${byProcesses}`);
    expect(source.limits?.()).toContainEqual(limitOf(account));
    const idle = (await listOwn(source, daemon)).find(({ status }) => status === "idle");
    const [asked] = await source.act(idle ? [idle.ref] : [], "remove", inTime());
    expect(asked?.status).toBe("refused");
    expect(await isConnected(anna)).toBe(true);
  });

  it("sees all with the rule that this asks for", async () => {
    const { account, daemon, source } = await start(
      (name) => `${name} ALL=(root) NOPASSWD: ${ftpwho} -p -n\n`,
    );
    await waitFor(async () => `${await statesOf(source, daemon)}` === `${byPureFtpwho}`);
    expect(source.limits?.()).not.toContainEqual(limitOf(account));
  });

  it("goes on with less when its rule is taken away", async () => {
    const { account, daemon, source } = await start((name) => narrowRule(name, `${ftpwho}`));
    await waitFor(async () => `${await statesOf(source, daemon)}` === `${byPureFtpwho}`);
    await rm(join("/etc/sudoers.d", account.name));
    expect(await statesOf(source, daemon)).toEqual(byProcesses);
    expect(source.limits?.()).toContainEqual(limitOf(account));
  });
});
