const precise = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** "12 ms", "1.4 s". */
export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.max(1, Math.round(milliseconds))} ms`;
  return `${precise.format(milliseconds / 1000)} s`;
}
