import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { childrenOf, sendSignal } from "./processes";
import { makeKey, readFingerprint } from "./ssh-keys";
import { type Enter, type SshdProcess, sshdSettings, startSshd } from "./sshd-process";
import { waitFor } from "./wait-for";

export interface SshFleetOptions {
  /** Each stands for a server. */
  readonly addresses: readonly string[];
  readonly enter?: Enter;
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
  const hostKey = await makeKey(join(folder, "host-key"));
  const userKey = await makeKey(join(folder, "user-key"));
  const port = await freePort();
  const daemons: SshdProcess[] = [];
  const end = async () => {
    await Promise.all(daemons.map((daemon) => daemon.end()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let first = 0; first < addresses.length; first += addressesAnSshd) {
      const config = join(folder, `sshd-config-${first}`);
      const own = addresses.slice(first, first + addressesAnSshd);
      await writeFile(config, toConfig(folder, own, port));
      daemons.push(await startSshd(config, own.length, enter));
    }
  } catch (error) {
    await end();
    throw error;
  }
  const connectionProcessIds = async () =>
    (await Promise.all(daemons.map(({ pid }) => childrenOf(pid)))).flat();

  return {
    addresses,
    port,
    user: userInfo().username,
    privateKey: await readFile(userKey, "utf8"),
    privateKeyFile: userKey,
    fingerprint: await readFingerprint(hostKey),
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

function toConfig(folder: string, addresses: readonly string[], port: number): string {
  return [
    ...sshdSettings(folder, port),
    ...addresses.map((address) => `ListenAddress ${address}`),
    "UsePAM no",
    "MaxStartups 1000",
    `SetEnv HOME=${folder}`,
    "",
  ].join("\n");
}
