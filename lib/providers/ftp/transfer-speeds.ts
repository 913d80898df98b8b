interface Sample {
  readonly bytes: number;
  readonly atMs: number;
}

interface Course {
  readonly first: Sample;
  readonly last: Sample;
}

export interface Measured {
  /** Names the transfer: another one of the same session is another name. */
  readonly name: string;
  readonly bytes: number;
}

/** Shorter than this, a step of a counter would look like a burst. */
const shortestMs = 900;

/**
 * Speeds in bytes per second, from how far each transfer came between two looks. A daemon's own
 * average is the limit of a throttled user, not the truth.
 */
export function createTransferSpeeds(): (
  measured: readonly Measured[],
  nowMs: number,
) => ReadonlyMap<string, number> {
  let known = new Map<string, Course>();
  return (measured, nowMs) => {
    const renewed = new Map<string, Course>();
    const speeds = new Map<string, number>();
    for (const { name, bytes } of measured) {
      const course = advance(known.get(name), { bytes, atMs: nowMs });
      renewed.set(name, course);
      const speed = speedOf(course, nowMs);
      if (speed !== null) speeds.set(name, speed);
    }
    known = renewed;
    return speeds;
  };
}

/** A counter may move in steps, so the span begins at the step before the last one. */
function advance(course: Course | undefined, now: Sample): Course {
  if (!course || now.bytes < course.last.bytes) return { first: now, last: now };
  if (now.bytes === course.last.bytes || now.atMs - course.first.atMs < shortestMs) return course;
  return { first: course.last, last: now };
}

/** A transfer that makes no further step slows down in the list as time passes. */
function speedOf({ first, last }: Course, nowMs: number): number | null {
  const spanMs = Math.max(last.atMs - first.atMs, nowMs - last.atMs);
  const isMeasured = last.atMs - first.atMs >= shortestMs;
  // Not one step since the first sample: it stands still.
  if (first === last) return nowMs - last.atMs >= stillMs ? 0 : null;
  return isMeasured ? Math.round(((last.bytes - first.bytes) * 1000) / spanMs) : null;
}

const stillMs = 5_000;
