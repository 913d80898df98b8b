import { spawn } from "node:child_process";
import { once } from "node:events";
import { Client } from "basic-ftp";
import type { PidNamespace } from "./pid-namespace";
import { childrenOf, sendSignal } from "./processes";
import { waitFor } from "./wait-for";

export interface ProftpdDaemon {
  /** As its scoreboard names it. */
  readonly processId: number;
  isRunning(): boolean;
  reload(): void;
  /** Ends the daemon alone. */
  kill(): Promise<void>;
  /** Ends it with all its sessions, also those that it left behind when it was killed. */
  end(): Promise<void>;
}

interface DaemonOptions {
  readonly program: string;
  readonly config: string;
  readonly port: number;
  readonly inside: PidNamespace | undefined;
}

/** Resolves when it listens and has nobody connected. */
export async function startProftpdDaemon(options: DaemonOptions): Promise<ProftpdDaemon> {
  const { pid, outerPid, child } = await start(options);
  let printed = "";
  child.stderr.on("data", (chunk: Buffer) => {
    printed += chunk;
  });
  child.stdout.resume();
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  await waitFor(async () => {
    if (!isRunning()) throw new Error(`proftpd ended: ${printed}`);
    return canConnect(options.port);
  });
  // The connection that just tried the port is no session of the test.
  await waitFor(async () => (await childrenOf(outerPid)).length === 0);

  return {
    processId: pid,
    isRunning,
    reload() {
      sendSignal(outerPid, "SIGHUP");
    },
    async kill() {
      const ended = once(child, "exit");
      if (isRunning() && sendSignal(outerPid, "SIGKILL")) await ended;
    },
    end: () => endGroup(outerPid),
  };
}

/** In a process group of its own, which its sessions share and keep when it is gone. */
async function start({ program, config, inside }: DaemonOptions) {
  const args = ["-n", "-q", "-c", config];
  if (inside) return inside.run("setsid", [program, ...args]);
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  if (child.pid === undefined) throw new Error("proftpd did not start");
  return { pid: child.pid, outerPid: child.pid, child };
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

async function endGroup(group: number): Promise<void> {
  sendSignal(-group, "SIGTERM");
  const patientUntil = Date.now() + 3000;
  await waitFor(() => !sendSignal(-group, 0) || Date.now() > patientUntil);
  // Hits nobody where all have ended, or only ended ones that their parent has not collected.
  sendSignal(-group, "SIGKILL");
}
