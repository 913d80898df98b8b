import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, open, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "basic-ftp";
import { freePort } from "./free-port";
import { type Program, requireProgram } from "./programs";
import { bigFile } from "./real-proftpd";

export interface FtpdOptions {
  /** Offers TLS with a certificate that nobody else signed, and `logIn` uses it. */
  readonly tls?: boolean;
  /** Lets `anonymous` in. Pure-FTPd takes such a session to the home of the system's user `ftp`. */
  readonly anonymous?: boolean;
}

/** What a daemon needs before it starts: a free port, and a folder with homes and its program. */
export interface FtpdSite {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly program: string;
  readonly certificate: string;
  home(user: string): string;
  logIn(user: string): Promise<Client>;
}

/** How fast `slow` may download and upload. */
export const slowBytesPerSecond = 20_000;

export const sitePassword = "correct horse";

const run = promisify(execFile);
const bigFileBytes = 50_000_000;

export async function prepareSite(
  daemon: Program,
  users: readonly string[],
  options: FtpdOptions,
): Promise<FtpdSite> {
  const installed = requireProgram(daemon);
  const folder = await realpath(await mkdtemp(join(tmpdir(), `rollcall-${daemon}-`)));
  await chmod(folder, 0o755);
  // Run from a copy, each process of this daemon is known by its program, even when its parent is gone.
  const program = join(folder, daemon);
  await copyFile(installed, program);
  const home = (user: string) => join(folder, "vhosts", `${user}.example`, "httpdocs");
  await Promise.all([...users, "slow"].map((user) => makeHome(home(user), 0o777)));
  // vsftpd refuses an anonymous session that may write to the root of its chroot.
  if (options.anonymous) await makeHome(home("anonymous"), 0o755);
  const certificate = join(folder, "certificate.pem");
  if (options.tls) await writeCertificate(certificate);
  const address = { host: "127.0.0.1", port: await freePort() };
  const logIn = async (user: string) => {
    const client = new Client(10_000);
    const secure = options.tls ?? false;
    const secureOptions = { rejectUnauthorized: false };
    await client.access({ ...address, user, password: sitePassword, secure, secureOptions });
    return client;
  };
  return { ...address, folder, program, certificate, home, logIn };
}

async function makeHome(home: string, mode: number): Promise<void> {
  await mkdir(home, { recursive: true });
  await chmod(home, mode);
  const big = await open(join(home, bigFile), "w");
  await big.truncate(bigFileBytes);
  await big.close();
}

/** Private key and certificate in one file, as both daemons want them. */
async function writeCertificate(path: string): Promise<void> {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", path];
  const { stdout } = await run("openssl", ["req", "-x509", ...key, "-subj", "/CN=127.0.0.1"]);
  await writeFile(path, stdout, { flag: "a" });
}
