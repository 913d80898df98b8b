import { readFile } from "node:fs/promises";
import { descendantsOf } from "@/tests/support/processes";

/** Of the kernel's clock, on Linux everywhere. */
const tickMs = 10;

/** CPU time of a process, of those below it and of those that have ended there. */
export async function cpuMsOf(pid: number): Promise<number> {
  const ticks = await Promise.all([pid, ...(await descendantsOf(pid))].map(ticksOf));
  return ticks.reduce((sum, each) => sum + each, 0) * tickMs;
}

async function ticksOf(pid: number): Promise<number> {
  const stat = await readStat(pid);
  // The program's name stands in brackets and may hold anything; utime is the 12th field after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** Empty when it has ended meanwhile: its parent counts it then. */
async function readStat(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/stat`, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}
