export interface Comparison {
  readonly title: string;
  /** The ratio is to be at most this. */
  readonly aim: number;
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
  const ratio = ours / theirs;
  const verdict = ratio <= aim ? "holds" : "MISSED";
  process.stdout.write(
    `${title}: ${ours.toFixed(2)} ms against ${theirs.toFixed(2)} ms, ratio ${ratio.toFixed(2)} (aim: at most ${aim}) ${verdict}\n`,
  );
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
