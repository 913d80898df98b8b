/** As far as logins are concerned. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** The process that leads its terminal's session. */
  readonly sessionLeader: number;
  /** Device number of its terminal; 0 for none. */
  readonly terminal: number;
  /** Clock ticks from boot to its start. */
  readonly startTicks: number;
}

export type Processes = ReadonlyMap<number, Process>;

/**
 * Lines of /proc/PID/stat (proc(5)), each behind the name of its file. A program may give itself any
 * name, so only what follows the last bracket counts; the kernel keeps line feeds out of it.
 */
export function parseProcesses(text: string): Processes {
  const processes = new Map<number, Process>();
  for (const [, ...fields] of text.matchAll(stat)) {
    const [pid = 0, parent = 0, sessionLeader = 0, terminal = 0, startTicks = 0] =
      fields.map(Number);
    processes.set(pid, { pid, parent, sessionLeader, terminal, startTicks });
  }
  return processes;
}

/** A zombie (Z) has ended; nobody has asked yet how. */
const stat =
  /^\/proc\/(\d+)\/stat:\1 \(.*\) [^ZX] (\d+) \d+ (\d+) (-?\d+)(?: -?\d+){14} (\d+) [^)\n]*$/gm;

/** The process itself, then its parent, and so on to the first one. */
export function ancestorsOf(pid: number, processes: Processes): readonly number[] {
  const found = new Set<number>();
  let above = processes.get(pid);
  // Read one after the other, so that a pid may have been given anew in between.
  while (above && !found.has(above.pid)) {
    found.add(above.pid);
    above = processes.get(above.parent);
  }
  return [...found];
}
