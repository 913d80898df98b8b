interface Sample {
  readonly bytes: number;
  /** When they were counted, by the server's clock. */
  readonly atMs: number;
}

/** The looks at which the counter had moved, oldest first. */
type Course = readonly [Sample, ...Sample[]];

export interface Measured extends Sample {
  /** Names the transfer: another one of the same session is another name. */
  readonly name: string;
}

/** Shorter than this, a step of a counter would look like a burst. */
const shortestMs = 900;
/** A throttled transfer moves in steps of seconds; over this many it is steady. */
const windowMs = 4_000;
const stillMs = 5_000;

/**
 * Speeds in bytes per second, from how far each transfer came over the last looks. A daemon's own
 * average is the limit of a throttled user, not the truth.
 */
export function createTransferSpeeds(): (
  measured: readonly Measured[],
) => ReadonlyMap<string, number> {
  let known = new Map<string, Course>();
  return (measured) => {
    const renewed = new Map<string, Course>();
    const speeds = new Map<string, number>();
    for (const { name, bytes, atMs } of measured) {
      const course = advance(known.get(name), { bytes, atMs });
      renewed.set(name, course);
      const speed = speedOf(course, atMs);
      if (speed !== null) speeds.set(name, speed);
    }
    known = renewed;
    return speeds;
  };
}

function advance(course: Course | undefined, now: Sample): Course {
  const last = course?.at(-1);
  if (!course || !last || now.bytes < last.bytes) return [now];
  if (now.bytes === last.bytes || now.atMs - last.atMs < shortestMs) return course;
  const [first, second, ...later] = course;
  if (!second) return [first, now];
  if (now.atMs - second.atMs >= windowMs) return [second, ...later, now];
  return [first, second, ...later, now];
}

/** A transfer that makes no further step slows down in the list as time passes. */
function speedOf(course: Course, nowMs: number): number | null {
  const [first, ...others] = course;
  const last = others.at(-1);
  // Not one step since the first sample: it stands still.
  if (!last) return nowMs - first.atMs >= stillMs ? 0 : null;
  const spanMs = Math.max(last.atMs - first.atMs, nowMs - last.atMs);
  return Math.round(((last.bytes - first.bytes) * 1000) / spanMs);
}
