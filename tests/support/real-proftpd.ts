import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "basic-ftp";
import { freePort } from "./free-port";
import { startInetd } from "./inetd";
import type { PidNamespace } from "./pid-namespace";
import { type ProftpdOptions, toProftpdConfig } from "./proftpd-config";
import { type ProftpdDaemon, startProftpdDaemon } from "./proftpd-daemon";
import { findProgram } from "./programs";
import { openSftp, type SftpLogin } from "./sftp-login";

const runProgram = promisify(execFile);
const ftpPassword = "correct horse";
const hash =
  "$6$rollcall$8LpBEiQtMebNNqbq/odsdYcSRVlIQ6QlS3LVMPFLCegWYn0uU1rP9xpDrfDX03CE58W/EPgfvZ3geOSODTt771";

export interface RealProftpdOptions extends ProftpdOptions {
  /** Uids 20001, 20002, ... in the order of the users, instead of nobody's for all. */
  readonly ownUids?: boolean;
  /** Starts all processes there; `processId` and the scoreboard then hold the numbers of the namespace. */
  readonly inside?: PidNamespace;
}

export interface RealProftpd {
  readonly host: string;
  readonly port: number;
  readonly scoreboard: string;
  /** Of the daemon of this moment. Throws under inetd, which has none. */
  readonly processId: number;
  home(user: string): string;
  /** Logs in; the client stays connected until it is closed or ended. */
  logIn(user: string): Promise<Client>;
  logInTls(user: string): Promise<Client>;
  logInSftp(user: string): Promise<SftpLogin>;
  /** Reads the configuration again; sessions stay. */
  reload(): void;
  /** Ends the daemon alone and at once: its sessions live on, and the scoreboard stays. */
  kill(): Promise<void>;
  /** Ends the daemon with its sessions, unless it was killed, and starts another in its place. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Every user of the daemon has this file of 50 MB; `slow` gets it at 20 KB/s. */
export const bigFile = "big.bin";
const bigFileBytes = 50_000_000;
const host = "127.0.0.1";

/** A real ProFTPD on a free loopback port, with the users given and `slow`, who downloads slowly. */
export async function startRealProftpd(
  users: readonly string[],
  options: RealProftpdOptions = {},
): Promise<RealProftpd> {
  const program = findProgram("proftpd");
  if (!program) throw new Error("proftpd is not installed");
  const folder = await mkdtemp(join(tmpdir(), "rollcall-proftpd-"));
  const port = await freePort();
  const sftpPort = await freePort();
  const scoreboard = join(folder, options.scoreboard ?? "scoreboard");
  const home = (user: string) => join(folder, "vhosts", `${user}.example`, "httpdocs");
  const all = [...users, "slow", ...(options.anonymous ? ["ftp"] : [])];
  await chmod(folder, 0o755);
  await mkdir(dirname(scoreboard), { recursive: true });
  for (const user of all) await makeHome(home(user));
  await writeAccounts(folder, all, home, options);
  if (options.tls || options.sftp) await writeKey(folder);
  const config = join(folder, "proftpd.conf");
  await writeFile(config, toProftpdConfig({ folder, port, sftpPort, scoreboard }, options));

  const service = options.inetd
    ? await serveUnderInetd(program, config, [port, sftpPort], options.inside)
    : await serveStandalone(program, config, port, options.inside);
  const logInWith = async (user: string, secure: boolean) => {
    const client = new Client(10_000);
    const secureOptions = { rejectUnauthorized: false };
    await client.access({ host, port, user, password: ftpPassword, secure, secureOptions });
    return client;
  };
  return {
    host,
    port,
    scoreboard,
    get processId() {
      return service.daemon().processId;
    },
    home,
    logIn: (user) => logInWith(user, false),
    logInTls: (user) => logInWith(user, true),
    logInSftp: (user) => openSftp({ host, port: sftpPort, user, password: ftpPassword }),
    reload: () => service.daemon().reload(),
    kill: () => service.daemon().kill(),
    restart: service.restart,
    async stop() {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Service {
  daemon(): ProftpdDaemon;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function serveStandalone(
  program: string,
  config: string,
  port: number,
  inside: PidNamespace | undefined,
): Promise<Service> {
  const start = () => startProftpdDaemon({ program, config, port, inside });
  let daemon = await start();
  const former: ProftpdDaemon[] = [];
  return {
    daemon: () => daemon,
    async restart() {
      if (daemon.isRunning()) await daemon.end();
      else former.push(daemon);
      daemon = await start();
    },
    async stop() {
      for (const each of [daemon, ...former]) await each.end();
    },
  };
}

async function serveUnderInetd(
  program: string,
  config: string,
  ports: readonly number[],
  inside: PidNamespace | undefined,
): Promise<Service> {
  const call = { program, args: ["-q", "-c", config] };
  const inetd = await startInetd({
    host,
    ports,
    ...(inside ? inside.enter("setsid", [call.program, ...call.args]) : call),
  });
  const none = () => {
    throw new Error("under inetd there is no ProFTPD daemon, only sessions");
  };
  return { daemon: none, restart: none, stop: () => inetd.stop() };
}

async function makeHome(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const big = await open(join(folder, bigFile), "w");
  await big.truncate(bigFileBytes);
  await big.close();
  await chmod(folder, 0o777);
}

async function writeAccounts(
  folder: string,
  users: readonly string[],
  home: (user: string) => string,
  { ownUids }: RealProftpdOptions,
): Promise<void> {
  const lines = users.map((user, index) => {
    const uid = ownUids ? 20_001 + index : 65_534;
    return `${user}:${hash}:${uid}:65534::${home(user)}:/bin/sh\n`;
  });
  await writeFile(join(folder, "passwd"), lines.join(""), { mode: 0o600 });
  await writeFile(join(folder, "group"), "nogroup:x:65534:\n", { mode: 0o600 });
}

/** One key for the certificate of TLS and as the host key of SFTP. */
async function writeKey(folder: string): Promise<void> {
  const key = join(folder, "key.pem");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const out = ["-keyout", key, "-out", join(folder, "certificate.pem")];
  await runProgram("openssl", ["req", "-x509", ...curve, ...out, "-subj", "/CN=127.0.0.1"]);
  await chmod(key, 0o600);
}
