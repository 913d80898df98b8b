import type { LiveEntry } from "./live-entries";

interface Numbers {
  readonly doing: string;
  readonly bytes: number;
  /** They are those of the transfer before this one. */
  readonly isOld: boolean;
}

/**
 * A second transfer begins with the bytes of the first one. What an earlier look saw of the session
 * tells: until its number moves, it has none.
 */
export function createLastTransfers(): (live: readonly LiveEntry[]) => readonly LiveEntry[] {
  let known: ReadonlyMap<number, Numbers> = new Map();
  return (live) => {
    const seen = new Map<number, Numbers>();
    const shown = live.map((one) => {
      const { pid, startTicks, entry } = one;
      if (!entry || entry.bytes === null) return one;
      const { command, argument, idleSinceMs, bytes } = entry;
      const doing = `${startTicks} ${idleSinceMs} ${command} ${argument}`;
      const before = known.get(pid);
      const isOld = before?.bytes === bytes && (before.isOld || before.doing !== doing);
      seen.set(pid, { doing, bytes, isOld });
      return isOld ? { ...one, entry: { ...entry, bytes: null } } : one;
    });
    known = seen;
    return shown;
  };
}
