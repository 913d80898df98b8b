export interface Comparison {
  readonly title: string;
  /** The ratio is to be at most this; absent where it is only to be known. */
  readonly aim?: number;
  readonly rounds: number;
  readonly subject: () => Promise<unknown>;
  readonly baseline: () => Promise<unknown>;
}

/** Runs both in turn, round by round, so that whatever else the machine does hits both alike. */
export async function compare({
  title,
  aim,
  rounds,
  subject,
  baseline,
}: Comparison): Promise<void> {
  for (let warmUp = 0; warmUp < Math.ceil(rounds / 10); warmUp += 1) {
    await subject();
    await baseline();
  }
  const [subjectMs, baselineMs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    baselineMs.push(await timeMs(baseline));
    subjectMs.push(await timeMs(subject));
  }
  const [ours, theirs] = [median(subjectMs), median(baselineMs)];
  printRatio({ title, ours, theirs, unit: "ms", ...(aim === undefined ? {} : { aim }) });
}

interface Ratio {
  readonly title: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  /** Undefined where the ratio is printed to be known, with no aim of its own. */
  readonly aim?: number;
  /** Of the two, unless it was taken round by round. */
  readonly ratio?: number;
}

export function printRatio({ title, ours, theirs, unit, aim, ratio = ours / theirs }: Ratio): void {
  process.stdout.write(
    `${title}: ${ours.toFixed(2)} ${unit} against ${theirs.toFixed(2)} ${unit}, ratio ${ratio.toFixed(2)}${toVerdict(ratio, aim)}\n`,
  );
}

/** Nothing without an aim. */
export function toVerdict(measured: number, aim: number | undefined): string {
  return aim === undefined ? "" : ` (aim: at most ${aim}) ${measured <= aim ? "holds" : "MISSED"}`;
}

export async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The least value that this share of all do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
