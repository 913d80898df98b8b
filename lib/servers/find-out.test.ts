import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startWindowsHost } from "@/demo/windows-host";
import { reason } from "@/lib/sessions/reason";
import type { Finding, FoundSource, ServerDraft } from "@/lib/sessions/server";
import { describeWith } from "@/tests/support/describe-with";
import {
  anna,
  type ManagedServers,
  openManagedServers,
  toDraft,
  toSshdDraft,
} from "@/tests/support/managed-servers";
import { createPlainAccount } from "@/tests/support/plain-account";
import { startRealProftpd } from "@/tests/support/real-proftpd";
import { startRealSshd } from "@/tests/support/real-sshd";
import { startRealVsftpd } from "@/tests/support/real-vsftpd";
import { startScriptedSshServer } from "@/tests/support/scripted-ssh-server";
import { waitFor } from "@/tests/support/wait-for";
import { findOut as lookOnce } from "./find-out";

let managed: ManagedServers;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  managed = await openManagedServers();
});
afterEach(async () => {
  await managed.remove();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const never = new AbortController().signal;
const findOut = (draft: ServerDraft, signal = never) =>
  managed.servers.findOut(draft, anna, signal);

/** With these settings: other tests have daemons of their own on this machine. */
function sourceOf(finding: Finding, provider: string, settings: FoundSource["settings"]) {
  if (finding.status !== "found") throw new Error(JSON.stringify(finding));
  return finding.sources.find(
    (source) => source.provider === provider && isDeepStrictEqual(source.settings, settings),
  );
}

async function startSshd(account?: string) {
  const sshd = await startRealSshd(account === undefined ? {} : { account });
  cleanups.push(() => sshd.stop());
  return sshd;
}

it("shows the host key of a server that is not accepted, or shows another, and never logs in", async () => {
  const server = await startScriptedSshServer();
  cleanups.push(() => server.stop());
  const { port, fingerprint } = server;
  expect(await findOut(toDraft("web01", { port }))).toEqual({
    status: "not-trusted",
    fingerprint,
    accepted: null,
  });
  const accepted = `SHA256:${"a".repeat(43)}`;
  expect(await findOut(toDraft("web01", { port, hostKey: accepted }))).toEqual({
    status: "not-trusted",
    fingerprint,
    accepted,
  });
  expect([server.connections(), server.loginAttempts()]).toEqual([2, 0]);
});

it("tells why there is no answer, and stores nothing", async () => {
  expect(await findOut(toDraft("web01"))).toEqual({
    status: "failed",
    failure: {
      code: "unreachable",
      reason: reason("atAddress", {
        host: "127.0.0.1",
        port: 1,
        why: reason("nothingListens"),
      }),
    },
  });
  const server = await startScriptedSshServer({ onCommand: (channel) => channel.end() });
  cleanups.push(() => server.stop());
  const { port, fingerprint: hostKey } = server;
  expect(await findOut(toDraft("web01", { port, hostKey }))).toMatchObject({
    status: "failed",
    failure: { code: "refused", reason: reason("loginRefused", { user: "rollcall" }) },
  });
  expect(server.loginAttempts()).toBe(1);
  expect((await managed.servers.list(anna)).map(({ name }) => name)).toEqual(["this-server"]);
});

it("ends with who asked, and leaves no connection", async () => {
  const asked = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const server = await startScriptedSshServer({
    onCommand: (channel) => {
      channel.resume().on("end", () => ended.resolve());
      asked.resolve();
    },
  });
  cleanups.push(() => server.stop());
  const { port, fingerprint: hostKey, password } = server;
  const draft = toDraft("web01", { port, hostKey, credential: { kind: "password", password } });
  const gone = new AbortController();
  const finding = findOut(draft, gone.signal);
  await asked.promise;
  gone.abort(new Error("the person has left"));
  await expect(finding).rejects.toThrow("the person has left");
  await ended.promise;
});

it("gives up a server that never answers, in time", async () => {
  const server = await startScriptedSshServer({ onCommand: () => undefined });
  cleanups.push(() => server.stop());
  const { host, port, user, fingerprint: hostKey, password } = server;
  const login = async () => ({ user, credential: { password } });
  const reportBug = (error: unknown) => {
    throw error;
  };
  const rules = { providers: [], timeoutMs: 500, reportBug };
  expect(await lookOnce({ host, port, hostKey, login }, rules, never)).toEqual({
    status: "failed",
    failure: { code: "timed-out", reason: reason("noAnswerWithin", { seconds: 0.5 }) },
  });
});

describeWith(["sshd", "proftpd", "ss"], "a Linux server", () => {
  it("is told with its system, its FTP daemon, the version and the sessions of now", async () => {
    const proftpd = await startRealProftpd(["anna"]);
    cleanups.push(() => proftpd.stop());
    await proftpd.logIn("anna");
    const sshd = await startSshd();
    const finding = await findOut(toSshdDraft("web01", sshd));
    expect(finding).toMatchObject({
      status: "found",
      system: expect.stringMatching(/^[A-Z]\w+ .*\d/),
      roundTripMs: expect.any(Number),
    });
    const { scoreboard } = proftpd;
    const found = sourceOf(finding, "proftpd", { scoreboard });
    expect(found).toMatchObject({
      title: "ProFTPD",
      kind: "ftp",
      version: expect.stringMatching(/^ProFTPD 1\.\d\.\d/),
      sessionCount: 1,
      limits: [],
      failure: null,
    });
    await waitFor(async () => (await sshd.connectionProcessIds()).length === 0);

    const { provider = "", settings = {} } = found ?? {};
    const draft = { ...toSshdDraft("web01", sshd), sources: [{ provider, settings }] };
    await managed.save(draft);
    await Promise.all(managed.sources.current().map((source) => source.look()));
    expect((await managed.find("web01"))?.sources).toMatchObject([
      { id: "web01/proftpd", answer: { state: "answered" }, lookMs: expect.any(Number) },
    ]);
  });
});

describeWith(["sshd", "vsftpd"], "a Linux server where the account has no rights", () => {
  it("is told with the exact line that lets it end sessions", async () => {
    const vsftpd = await startRealVsftpd(["anna"]);
    cleanups.push(() => vsftpd.stop());
    await vsftpd.logIn("anna");
    const account = await createPlainAccount(() => "");
    cleanups.push(() => account.remove());
    const sshd = await startSshd(account.name);
    const found = sourceOf(await findOut(toSshdDraft("web01", sshd)), "vsftpd", {});
    expect(found).toMatchObject({ title: "vsftpd", sessionCount: expect.any(Number) });
    expect(found?.limits).toContainEqual({
      code: "may-not-end",
      remedy: `${account.name} ALL=(root) NOPASSWD: /usr/local/sbin/rollcall-end`,
      count: null,
    });
  });
});

it("tells of a Windows server its terminal sessions, in either of its shells", async () => {
  for (const shell of ["cmd", "powershell"] as const) {
    const host = await startWindowsHost({ shell });
    cleanups.push(() => host.stop());
    host.signIn("anna");
    const { port, fingerprint: hostKey, password } = host;
    const draft = toDraft("ts01", { port, hostKey, credential: { kind: "password", password } });
    const finding = await findOut(draft);
    expect(finding).toMatchObject({
      status: "found",
      system: "Microsoft Windows [Version 10.0.20348.2113]",
      roundTripMs: expect.any(Number),
      sources: [
        {
          provider: "windows",
          kind: "terminal",
          settings: {},
          sessionCount: 2, // anna, and the console
          failure: null,
        },
      ],
    });
  }
});

it("looks at this machine without a login", async () => {
  const finding = await findOut({ ...toDraft("here"), via: { kind: "local" } });
  expect(finding).toMatchObject({ status: "found", roundTripMs: expect.any(Number) });
});
