export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Process group. */
  readonly group: number;
  /** Clock ticks from boot to its start. */
  readonly startTicks: number;
}

/**
 * Lines that grep finds in /proc/PID/stat (proc(5)), each behind the name of its file. A program may
 * give itself any name, a line feed included, so a line counts only when both pids in it agree.
 */
export function parseProcesses(text: string): ReadonlyMap<number, Process> {
  const processes = new Map<number, Process>();
  for (const [, pid, parent, group, startTicks] of text.matchAll(stat)) {
    processes.set(Number(pid), {
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      startTicks: Number(startTicks),
    });
  }
  return processes;
}

/** A zombie (Z) has ended; nobody has asked yet how. */
const stat = /^\/proc\/(\d+)\/stat:\1 \([^)]*\) [^ZX] (\d+) (\d+)(?: -?\d+){16} (\d+) /gm;
