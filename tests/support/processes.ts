import { readdir, readFile } from "node:fs/promises";

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
}

/** Linux only. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  const entries = await listProcesses();
  return entries.filter(({ parent }) => parent === pid).map((entry) => entry.pid);
}

/** All that it started and what those started, nearest first. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
  const entries = await listProcesses();
  const found = [pid];
  for (const ancestor of found) {
    found.push(...entries.filter(({ parent }) => parent === ancestor).map((entry) => entry.pid));
  }
  return found.slice(1);
}

/** All that were started with this in their environment, whoever is their parent now. */
export async function findByEnvironment(name: string, value: string): Promise<readonly number[]> {
  const entries = await listProcesses();
  const found = await Promise.all(
    entries.map(async ({ pid }) => {
      const environment = await readProcessFile(pid, "environ");
      return environment?.split("\0").includes(`${name}=${value}`) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** What to start instead, so that it does not outlive this process, however that ends. */
export function endingWithUs(
  program: string,
  args: readonly string[],
): readonly [program: string, args: readonly string[]] {
  return ["setpriv", ["--pdeathsig", "KILL", program, ...args]];
}

/** False when there was no such process any more. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}

async function listProcesses(): Promise<readonly ProcessEntry[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const entries = await Promise.all(pids.map(readProcess));
  return entries.filter((entry) => entry !== undefined);
}

async function readProcess(pid: number): Promise<ProcessEntry | undefined> {
  const stat = await readProcessFile(pid, "stat");
  // The program's name stands in brackets and may hold anything.
  const parent = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
  return parent === undefined ? undefined : { pid, parent: Number(parent) };
}

/** Undefined when it has ended meanwhile, or belongs to somebody else. */
async function readProcessFile(pid: number, file: string): Promise<string | undefined> {
  try {
    return await readFile(`/proc/${pid}/${file}`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
