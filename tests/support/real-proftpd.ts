import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "basic-ftp";
import { freePort } from "@/tests/support/free-port";
import { findProgram } from "@/tests/support/programs";
import { waitFor } from "@/tests/support/wait-for";

const ftpPassword = "correct horse";
const hash =
  "$6$rollcall$8LpBEiQtMebNNqbq/odsdYcSRVlIQ6QlS3LVMPFLCegWYn0uU1rP9xpDrfDX03CE58W/EPgfvZ3geOSODTt771";

export interface RealProftpd {
  readonly host: string;
  readonly port: number;
  readonly scoreboard: string;
  readonly processId: number;
  /** Logs in; the client stays connected until it is closed or ended. */
  logIn(user: string): Promise<Client>;
  stop(): Promise<void>;
}

/** Every user of the daemon has this file of 50 MB; `slow` gets it at 20 KB/s. */
export const bigFile = "big.bin";
const bigFileBytes = 50_000_000;

/** A real ProFTPD on a free loopback port, with the users given and `slow`, who downloads slowly. */
export async function startRealProftpd(users: readonly string[]): Promise<RealProftpd> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-proftpd-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  const home = join(folder, "home");
  await mkdir(home);
  const big = await open(join(home, bigFile), "w");
  await big.truncate(bigFileBytes);
  await big.close();
  await chmod(home, 0o777);

  const passwd = [...users, "slow"].map((user) => `${user}:${hash}:65534:65534::${home}:/bin/sh`);
  await writeFile(join(folder, "passwd"), `${passwd.join("\n")}\n`, { mode: 0o600 });
  await writeFile(join(folder, "group"), "nogroup:x:65534:\n", { mode: 0o600 });
  await writeFile(join(folder, "proftpd.conf"), configuration(folder, port));

  const program = findProgram("proftpd");
  if (!program) throw new Error("proftpd is not installed");
  const daemon = spawn(program, ["-n", "-q", "-c", join(folder, "proftpd.conf")], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  daemon.stderr.on("data", (chunk) => {
    printed += chunk;
  });
  daemon.stdout.resume();
  if (daemon.pid === undefined) throw new Error("proftpd did not start");
  const processId = daemon.pid;
  const address = { host: "127.0.0.1", port };
  const logIn = async (user: string) => {
    const client = new Client(10_000);
    await client.access({ ...address, user, password: ftpPassword });
    return client;
  };
  await waitFor(async () => {
    if (daemon.exitCode !== null) throw new Error(`proftpd ended: ${printed}`);
    return canConnect(port);
  });

  return {
    ...address,
    scoreboard: join(folder, "scoreboard"),
    processId,
    logIn,
    async stop() {
      await end(daemon, processId);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number): string {
  return `ServerName "Rollcall test"
ServerType standalone
DefaultServer on
DefaultAddress 127.0.0.1
Port ${port}
SocketBindTight on
UseIPv6 off
User nobody
Group nogroup
MaxInstances 2000
UseReverseDNS off
DelayEngine off
ScoreboardFile ${folder}/scoreboard
PidFile ${folder}/pid
SystemLog ${folder}/log
TransferLog none
WtmpLog off
AuthOrder mod_auth_file.c
AuthUserFile ${folder}/passwd
AuthGroupFile ${folder}/group
RequireValidShell off
DefaultRoot ~
AllowOverwrite on
AllowStoreRestart on
TimeoutIdle 3600
TransferRate RETR 20 user slow
TransferRate STOR 20 user slow
`;
}

async function canConnect(port: number): Promise<boolean> {
  const client = new Client(1000);
  try {
    await client.connect("127.0.0.1", port);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  } finally {
    client.close();
  }
}

async function end(daemon: ChildProcess, processId: number): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = once(daemon, "exit");
  process.kill(-processId, "SIGTERM");
  const timer = setTimeout(() => process.kill(-processId, "SIGKILL"), 3000);
  await ended;
  clearTimeout(timer);
}
