import type { LiveConnection } from "./live-connections";

interface Sample {
  readonly bytes: number;
  readonly atMs: number;
}

interface Progress {
  readonly first: Sample;
  readonly last: Sample;
}

/** Shorter than this, a step of the daemon's counter would look like a burst. */
const shortestMs = 900;

/**
 * Speeds from how far each transfer came between two looks. The daemon's own average is the limit of
 * a throttled user, not the truth, and belongs to the transfer before at the start of a second one.
 */
export function createTransferSpeeds(): (
  connections: readonly LiveConnection[],
  nowMs: number,
) => ReadonlyMap<number, number> {
  let known = new Map<string, Progress>();
  return (connections, nowMs) => {
    const renewed = new Map<string, Progress>();
    const speeds = new Map<number, number>();
    for (const connection of connections) {
      const bytes = connection.transfer_bytes;
      if (bytes === undefined || !(connection.downloading || connection.uploading)) continue;
      const key = `${connection.pid} ${connection.startTicks} ${connection.command_args}`;
      const progress = advance(known.get(key), { bytes, atMs: nowMs });
      renewed.set(key, progress);
      const speed = speedOf(progress, nowMs);
      if (speed !== null) speeds.set(connection.pid, speed);
    }
    known = renewed;
    return speeds;
  };
}

/** The counter moves in steps, so the span begins at the step before the last one. */
function advance(progress: Progress | undefined, now: Sample): Progress {
  if (!progress || now.bytes < progress.last.bytes) return { first: now, last: now };
  if (now.bytes === progress.last.bytes || now.atMs - progress.first.atMs < shortestMs) {
    return progress;
  }
  return { first: progress.last, last: now };
}

/** A transfer that makes no further step slows down in the list as time passes. */
function speedOf({ first, last }: Progress, nowMs: number): number | null {
  const spanMs = Math.max(last.atMs - first.atMs, nowMs - last.atMs);
  if (last.atMs - first.atMs < shortestMs) return null;
  return Math.round(((last.bytes - first.bytes) * 1000) / spanMs);
}
