import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port";
import { childrenOf, sendSignal } from "./processes";
import { requireProgram } from "./programs";
import { waitFor } from "./wait-for";

const runProgram = promisify(execFile);

export interface SshFleetOptions {
  /** Each stands for a server. */
  readonly addresses: readonly string[];
  /** Starts the sshd somewhere else, as in another network. */
  readonly enter?: (
    program: string,
    args: readonly string[],
  ) => readonly [string, readonly string[]];
}

export interface SshFleet {
  readonly addresses: readonly string[];
  readonly port: number;
  readonly user: string;
  readonly privateKey: string;
  readonly privateKeyFile: string;
  /** Of the one host key, as ssh-keygen prints it. */
  readonly fingerprint: string;
  /** Of the sshds that listen, the first for the first 16 addresses. */
  readonly processIds: readonly number[];
  /** One for each connection. */
  connectionProcessIds(): Promise<readonly number[]>;
  stop(): Promise<void>;
}

// Of OpenSSH, as Debian builds it.
const addressesAnSshd = 16;

/** Real sshds, the same on all addresses, that let all of them be connected to at the same moment. */
export async function startSshFleet({ addresses, enter }: SshFleetOptions): Promise<SshFleet> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-fleet-"));
  const [hostKey, userKey] = [join(folder, "host-key"), join(folder, "user-key")];
  for (const file of [hostKey, userKey]) {
    await runProgram("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "fleet", "-f", file]);
  }
  if (process.getuid?.() === 0) await mkdir("/run/sshd", { recursive: true, mode: 0o755 });
  const port = await freePort();
  const daemons: Daemon[] = [];
  const end = async () => {
    await Promise.all(daemons.map((daemon) => daemon.end()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let first = 0; first < addresses.length; first += addressesAnSshd) {
      const config = join(folder, `sshd-config-${first}`);
      const own = addresses.slice(first, first + addressesAnSshd);
      await writeFile(config, toConfig(folder, own, port));
      const args = ["-D", "-e", "-f", config];
      const program = requireProgram("sshd");
      daemons.push(await startDaemon(...(enter?.(program, args) ?? [program, args]), own.length));
    }
  } catch (error) {
    await end();
    throw error;
  }
  const { stdout } = await runProgram("ssh-keygen", ["-l", "-E", "sha256", "-f", hostKey]);
  const connectionProcessIds = async () =>
    (await Promise.all(daemons.map(({ pid }) => childrenOf(pid)))).flat();

  return {
    addresses,
    port,
    user: userInfo().username,
    privateKey: await readFile(userKey, "utf8"),
    privateKeyFile: userKey,
    fingerprint: stdout.split(" ")[1] ?? "",
    processIds: daemons.map(({ pid }) => pid),
    connectionProcessIds,
    async stop() {
      for (const each of await connectionProcessIds()) sendSignal(each, "SIGKILL");
      // While their sshd is there, it collects them.
      await waitFor(async () => (await connectionProcessIds()).length === 0);
      await end();
    },
  };
}

interface Daemon {
  readonly pid: number;
  end(): Promise<void>;
}

async function startDaemon(
  program: string,
  args: readonly string[],
  addresses: number,
): Promise<Daemon> {
  const sshd = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  sshd.stderr.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-10_000);
  });
  const isListening = () => said.split("Server listening").length > addresses;
  await waitFor(() => isListening() || sshd.exitCode !== null);
  const { pid } = sshd;
  if (pid === undefined || sshd.exitCode !== null) throw new Error(`sshd did not start: ${said}`);
  return {
    pid,
    async end() {
      if (sshd.kill("SIGKILL")) await once(sshd, "exit");
    },
  };
}

function toConfig(folder: string, addresses: readonly string[], port: number): string {
  return [
    `Port ${port}`,
    ...addresses.map((address) => `ListenAddress ${address}`),
    `HostKey ${folder}/host-key`,
    `AuthorizedKeysFile ${folder}/user-key.pub`,
    "PidFile none",
    "UsePAM no",
    "StrictModes no",
    "PasswordAuthentication no",
    "PermitRootLogin prohibit-password",
    "MaxStartups 1000",
    `SetEnv HOME=${folder}`,
    "",
  ].join("\n");
}
