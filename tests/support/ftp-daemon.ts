import { spawn } from "node:child_process";
import { readdir, readFile, readlink, rm } from "node:fs/promises";
import type { Client } from "basic-ftp";
import type { FtpdSite } from "./ftp-site";
import { endingWithUs, sendSignal } from "./processes";
import { waitFor } from "./wait-for";

export interface RealFtpd {
  readonly host: string;
  readonly port: number;
  /** The daemon's own process, never a session. */
  readonly processId: number;
  /** The folder that the user is chrooted to, as the machine names it. */
  home(user: string): string;
  /** Logs in; the client stays connected until it is closed or ended. */
  logIn(user: string): Promise<Client>;
  /** Ends the daemon and all its sessions, and leaves no file of them. */
  stop(): Promise<void>;
}

/**
 * Starts a daemon that stays in the foreground. Its `stop` removes the site, and the files outside of
 * it that the daemon's processes leave.
 */
export async function startDaemon(
  site: FtpdSite,
  settings: readonly string[],
  filesLeftBy: (processIds: readonly number[]) => readonly string[],
): Promise<RealFtpd> {
  // A daemon writes its titles over its environment, whose size is therefore the room for a title.
  const env = { NODE_ENV: "test", PADDING: "-".repeat(600) } as const;
  // With a pipe for its standard input Pure-FTPd would take it for a client that inetd hands over.
  const daemon = spawn(...endingWithUs(site.program, settings), {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    env,
  });
  const printed: string[] = [];
  daemon.stdout.on("data", (chunk) => printed.push(String(chunk)));
  daemon.stderr.on("data", (chunk) => printed.push(String(chunk)));
  const stop = async () => {
    const ended = await endProcesses(site.program);
    for (const file of filesLeftBy(ended)) await rm(file, { force: true });
    await rm(site.folder, { recursive: true, force: true });
  };
  try {
    await waitFor(async () => {
      if (daemon.exitCode !== null) throw new Error(`it ended: ${printed.join("")}`);
      return isListening(site.port);
    });
  } catch (error) {
    await stop();
    throw new Error(`${site.program} did not start`, { cause: error });
  }
  if (daemon.pid === undefined) throw new Error(`${site.program} has no process`);
  const { host, port, home, logIn } = site;
  return { host, port, home, logIn, processId: daemon.pid, stop };
}

/** Asks nobody to connect, for that would be a session. */
async function isListening(port: number): Promise<boolean> {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return (await readFile("/proc/net/tcp", "utf8")).includes(`${local} 00000000:0000 0A`);
}

/** By SIGINT, which daemons and sessions obey; one that is stopped obeys only SIGKILL. */
async function endProcesses(program: string): Promise<readonly number[]> {
  const deadline = Date.now() + 2000;
  const ended = new Set<number>();
  await waitFor(async () => {
    const pids = await processesOf(program);
    for (const pid of pids) {
      ended.add(pid);
      sendSignal(pid, Date.now() < deadline ? "SIGINT" : "SIGKILL");
    }
    return pids.length === 0;
  });
  return [...ended];
}

async function processesOf(program: string): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => ((await readProgram(pid)) === program ? [pid] : [])),
  );
  return found.flat();
}

/** Undefined when the process has ended meanwhile, or belongs to the kernel. */
async function readProgram(pid: number): Promise<string | undefined> {
  try {
    return await readlink(`/proc/${pid}/exe`);
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
