const ticksPerMs = 10_000n;
const unixEpoch = 116_444_736_000_000_000n;
const year1900 = 94_354_848_000_000_000n;
const minute = 600_000_000n;
const secondsIn20Years = 20 * 366 * 24 * 60 * 60;

/** Times of Windows, 100 ns since 1601, by its own clock. Bogus ones before 1900 happen; they are unknown. */
export function toKnownTicks(fileTime: string, now: bigint): bigint | null {
  const ticks = BigInt(fileTime);
  return ticks < year1900 || ticks > now + minute ? null : ticks;
}

export function toDate(ticks: bigint): Date {
  return new Date(Number((ticks - unixEpoch) / ticksPerMs));
}

/** Null over 20 years: nobody is idle for so long. */
export function toSecondsBetween(from: bigint, to: bigint): number | null {
  const seconds = Number((to - from) / (1_000n * ticksPerMs));
  return seconds > secondsIn20Years ? null : Math.max(0, seconds);
}
