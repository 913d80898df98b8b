import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { childrenOf, findByEnvironment, sendSignal } from "./processes";
import { makeKey, readFingerprint } from "./ssh-keys";
import { sshdSettings, startSshd } from "./sshd-process";

const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export interface RealSshdOptions {
  /** A folder whose programs stand before the system's. */
  readonly pathPrefix?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly maxSessions?: number;
  /** Who may log in, where root starts the sshd; without it, the user who runs the test. */
  readonly account?: string;
}

export interface RealSshd {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly privateKey: string;
  /** Of the host key, as ssh-keygen prints it. */
  readonly fingerprint: string;
  /** Of the sshd that listens. */
  readonly processId: number;
  /** One for each connection. */
  connectionProcessIds(): Promise<readonly number[]>;
  stop(): Promise<void>;
}

/** A real OpenSSH sshd on a free loopback port, for one account with one key. */
export async function startRealSshd(options: RealSshdOptions = {}): Promise<RealSshd> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-sshd-"));
  // The account itself reads the key that lets it in.
  await chmod(folder, 0o755);
  const hostKey = await makeKey(join(folder, "host-key"));
  const userKey = await makeKey(join(folder, "user-key"));
  const port = await freePort();
  const config = join(folder, "sshd_config");
  await writeFile(config, toConfig(folder, port, options));
  const sshd = await startSshd(config);
  const { pid } = sshd;

  return {
    host: "127.0.0.1",
    port,
    user: options.account ?? userInfo().username,
    privateKey: await readFile(userKey, "utf8"),
    fingerprint: await readFingerprint(hostKey),
    processId: pid,
    connectionProcessIds: () => childrenOf(pid),
    async stop() {
      const connections = await childrenOf(pid);
      await sshd.end();
      const commands = await findByEnvironment("HOME", folder);
      for (const each of [...connections, ...commands]) sendSignal(each, "SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toConfig(folder: string, port: number, options: RealSshdOptions): string {
  const path = options.pathPrefix ? `${options.pathPrefix}:${systemPath}` : systemPath;
  // A login shell reads no start-up file of the person who runs the test: it could be slow or change PATH.
  const env = Object.entries({ ...options.env, HOME: folder, PATH: path });
  return [
    ...sshdSettings(folder, port),
    "ListenAddress 127.0.0.1",
    "UsePAM no",
    `MaxSessions ${options.maxSessions ?? 10}`,
    `SetEnv ${env.map(([name, value]) => `"${name}=${value}"`).join(" ")}`,
    "",
  ].join("\n");
}
