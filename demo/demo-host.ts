import { ftpAccounts } from "./ftp-accounts";
import { createFtpLife } from "./ftp-life";
import { startLinuxHost } from "./linux-host";
import type { LinuxMachine } from "./linux-machine";
import type { Random } from "./random";
import { startWindowsHost } from "./windows-host";
import { createWindowsLife } from "./windows-life";
import { windowsSites } from "./windows-people";

/** How the real Rollcall reaches one of the simulated servers. */
export interface DemoServer {
  readonly name: string;
  readonly provider: "proftpd" | "pureftpd" | "windows";
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Of the host key that it began with. */
  readonly fingerprint: string;
}

export interface DemoHost {
  readonly server: DemoServer;
  /** One second of its life, up to this moment. */
  step(nowMs: number): void;
  /** While it is frozen, it takes commands and never answers. */
  setFrozen(isFrozen: boolean): void;
  changeHostKey(): Promise<void>;
  stop(): Promise<void>;
}

/** What a server of the fleet lives by. */
export interface DemoTime {
  readonly random: Random;
  readonly clock: { readonly nowMs: number };
}

type FtpName = keyof typeof ftpAccounts;

interface FtpDaemon extends Pick<LinuxMachine, "daemon">, Pick<DemoServer, "provider"> {
  /** How many are connected at most times. */
  readonly size: number;
}

const ftpDaemons = {
  "web-01": { daemon: "proftpd", provider: "proftpd", size: 46 },
  "ftp-02": { daemon: "pure-ftpd", provider: "pureftpd", size: 27 },
} as const satisfies Record<FtpName, FtpDaemon>;

const dayMs = 86_400_000;

export async function startFtpHost(name: FtpName, { random, clock }: DemoTime): Promise<DemoHost> {
  const { daemon, provider, size } = ftpDaemons[name];
  const startAtMs = clock.nowMs;
  const life = createFtpLife({ random, accounts: ftpAccounts[name], size, startAtMs });
  const host = await startLinuxHost({
    daemon,
    daemonPid: random.whole(700, 990),
    address: `192.0.2.${random.whole(10, 99)}`,
    bootedAtMs: startAtMs - random.whole(20, 200) * dayMs,
    life,
    nowMs: () => clock.nowMs,
  });
  const { changeHostKey, setFrozen, stop } = host;
  const server = toServer(name, provider, { ...host, fingerprint: host.fingerprint() });
  return { server, step: life.step, setFrozen, changeHostKey, stop };
}

export async function startTerminalHost(
  name: keyof typeof windowsSites,
  { random, clock }: DemoTime,
): Promise<DemoHost> {
  const site = windowsSites[name];
  const host = await startWindowsHost({ language: site.language, nowMs: () => clock.nowMs });
  const { step } = createWindowsLife(host, { random, site, startAtMs: clock.nowMs });
  const { changeHostKey, connection, stop } = host;
  const setFrozen = (isFrozen: boolean) => {
    connection.isFrozen = isFrozen;
  };
  return { server: toServer(name, "windows", host), step, setFrozen, changeHostKey, stop };
}

type Reached = Pick<DemoServer, "port" | "user" | "password" | "fingerprint">;

function toServer(name: string, provider: DemoServer["provider"], reached: Reached): DemoServer {
  const { port, user, password, fingerprint } = reached;
  return { name, provider, host: "127.0.0.1", port, user, password, fingerprint };
}
