import { afterEach, describe, expect, it } from "vitest";
import type { DemoServer } from "@/demo/demo-host";
import type { DemoAccount } from "@/demo/ftp-accounts";
import { createFtpLife } from "@/demo/ftp-life";
import { startLinuxHost } from "@/demo/linux-host";
import type { LinuxMachine } from "@/demo/linux-machine";
import { createRandom } from "@/demo/random";
import { type DemoFleetOptions, startDemoFleet } from "@/demo/start-demo-fleet";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";
import { pureftpdProvider } from "@/lib/providers/pureftpd/provider";
import { windowsProvider } from "@/lib/providers/windows/provider";
import { findOut } from "@/lib/servers/find-out";
import { isService } from "@/lib/sessions/is-service";
import { isSameSession } from "@/lib/sessions/same-session";
import type { SessionSource } from "@/lib/sessions/session-source";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { describeSessionSource, type SourceUnderTest } from "./session-source";

const providers = {
  proftpd: proftpdProvider,
  pureftpd: pureftpdProvider,
  windows: windowsProvider,
} as const;

const inTime = () => AbortSignal.timeout(5_000);

function reach(server: Omit<DemoServer, "name" | "provider">): Transport {
  const { host, port, user, password, fingerprint } = server;
  const trustedFingerprint = async () => fingerprint;
  return createSshTransport({ host, port, user, credential: { password }, trustedFingerprint });
}

async function startFtp(daemon: LinuxMachine["daemon"]): Promise<SourceUnderTest> {
  const toAccount = (login: string): DemoAccount => ({
    ...{ login, home: `/home/${login}`, domain: null, type: "registered", habit: "editor" },
  });
  let nowMs = Date.now();
  const random = createRandom(1);
  const accounts = [toAccount("carla")];
  const life = createFtpLife({ random, accounts, size: 3, startAtMs: nowMs });
  const machine = { daemon, daemonPid: 812, address: "192.0.2.21", bootedAtMs: nowMs - 86_400_000 };
  const host = await startLinuxHost({ ...machine, life, nowMs: () => nowMs });
  const transport = reach({ ...host, host: "127.0.0.1", fingerprint: host.fingerprint() });
  const provider = daemon === "proftpd" ? proftpdProvider : pureftpdProvider;
  const logIn = () => {
    for (let second = 0; second < 2; second += 1) {
      nowMs += 1000;
      life.step(nowMs);
    }
  };
  return {
    source: provider.open(`web-01/${provider.name}`, {}, transport),
    ending: "remove",
    async signIn(user) {
      const guest = life.join({ account: toAccount(user), address: "203.0.113.7" });
      logIn();
      return {
        isConnected: async () => life.guests.includes(guest),
        leave: async () => life.end(guest),
      };
    },
    breakDown: () => host.stop(),
    async stop() {
      await transport.close();
      await host.stop();
    },
  };
}

for (const daemon of ["proftpd", "pure-ftpd"] as const) {
  describeSessionSource(`a simulated ${daemon}`, () => startFtp(daemon), ["anna", "bruno"]);
}

describe("the fleet of the demo", () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function start(options: DemoFleetOptions = {}) {
    const startAtMs = Date.now();
    const fleet = await startDemoFleet({ ...options, startAtMs });
    open.push({ close: fleet.stop });
    const sources = fleet.servers.map((server) => {
      const transport = reach(server);
      open.unshift(transport);
      const { name, provider } = server;
      return { server, source: providers[provider].open(`${name}/${provider}`, {}, transport) };
    });
    return {
      ...fleet,
      sources,
      pass: (seconds: number) => fleet.passTo(startAtMs + seconds * 1000),
    };
  }

  const listPeople = async (source: SessionSource) =>
    (await source.list(inTime())).filter(
      (session) => !isService(session) && (session.kind === "ftp" || session.user !== null),
    );

  it("has about 115 people on five servers, and no source lacks anything", async () => {
    const { sources } = await start();
    const lists = await Promise.all(sources.map(({ source }) => listPeople(source)));
    const count = lists.flat().length;
    expect(sources).toHaveLength(5);
    expect(Math.abs(count - 115)).toBeLessThan(15);
    for (const { source } of sources) expect(source.limits?.()).toEqual([]);
  });

  it("shows transfers with their files, speeds and progress after some seconds", async () => {
    const { sources, pass } = await start();
    const ftp = sources.filter(({ server }) => server.provider !== "windows");
    for (const { source } of ftp) await source.list(inTime());
    await pass(3);
    const rows = (await Promise.all(ftp.map(({ source }) => source.list(inTime())))).flat();
    const sessions = rows.flatMap((row) => (row.kind === "ftp" ? [row] : []));
    const downloads = sessions.filter(({ status }) => status === "downloading");
    expect(downloads.length).toBeGreaterThan(3);
    expect(downloads.some(({ progressPercent }) => (progressPercent ?? 0) > 0)).toBe(true);
    expect(sessions.some(({ bytesPerSecond }) => (bytesPerSecond ?? 0) > 50_000)).toBe(true);
    expect(sessions.every(({ status, home }) => status === "connecting" || home !== null)).toBe(
      true,
    );
  });

  it("ends the one that is asked for on every server, and nobody else", async () => {
    const { sources } = await start();
    for (const { source, server } of sources) {
      const before = await listPeople(source);
      const chosen = before.find(({ user }) => user !== null);
      if (!chosen) throw new Error(`nobody is on ${server.name}`);
      const action = server.provider === "windows" ? "logOff" : "remove";
      expect(await source.act([chosen.ref], action, inTime())).toEqual([{ status: "asked" }]);
      const after = await listPeople(source);
      expect(after).toHaveLength(before.length - 1);
      expect(after.some(({ ref }) => isSameSession(ref, chosen.ref))).toBe(false);
    }
  });

  it("is found out about as a real server is", async () => {
    const { servers } = await start();
    for (const { provider, host, port, user, password, fingerprint } of servers) {
      const login = async () => ({ user, credential: { password } });
      const found = await findOut(
        { host, port, hostKey: fingerprint, login },
        { providers: Object.values(providers), timeoutMs: 5_000, reportBug: () => undefined },
        inTime(),
      );
      expect(found).toMatchObject({ status: "found", sources: [{ provider, failure: null }] });
    }
  });

  it("has one server that becomes silent and answers again, and one that changes its host key", async () => {
    const events = { silentAt: 10, silentFor: 10, silentEvery: 600, newKeyAt: 30 };
    const { sources, pass } = await start({ events });
    const [, silent, , , renewed] = sources;
    if (!silent || !renewed) throw new Error("the fleet has five servers");
    await silent.source.list(inTime());
    await pass(10);
    await expect(silent.source.list(AbortSignal.timeout(200))).rejects.toThrow("timeout");
    await pass(20);
    expect((await silent.source.list(inTime())).length).toBeGreaterThan(0);
    await renewed.source.list(inTime());
    await pass(30);
    await expect(renewed.source.list(inTime())).rejects.toMatchObject({ code: "not-trusted" });
  });
});
