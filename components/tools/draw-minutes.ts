import type { Minute } from "@/lib/sessions/history";

/** One minute whose count is known. */
interface Point {
  readonly place: number;
  readonly count: number;
  readonly isPartly: boolean;
}

/** A chart as paths, in a box of one unit a minute and 100 in height. */
interface Drawing {
  readonly known: string;
  /** Where a minute at one of its ends is only partly known. */
  readonly partlyKnown: string;
  readonly area: string;
  /** Known minutes between two that are not: a line needs two. */
  readonly alone: readonly Point[];
  /** From and to the middle of which minutes not every source answered. */
  readonly doubtful: readonly (readonly [number, number])[];
  /** How high a minute stands, from 0 to 1. */
  readonly levelOf: (count: number) => number;
}

/** So that one session more on a quiet server is no mountain. */
const lowestTop = 4;
const height = 100;

/** A minute that is not known leaves a gap: no line ever falls to where nobody looked. */
export function drawMinutes(minutes: readonly (Minute | null)[]): Drawing {
  const top = Math.max(lowestTop, ...minutes.map((minute) => minute?.count ?? 0));
  const levelOf = (count: number) => count / top;
  const toSpot = ({ place, count }: Point) =>
    `${place},${Math.round(height * (1 - levelOf(count)) * 100) / 100}`;
  const runs = toRuns(minutes);
  const lines = runs.filter((run) => run.length > 1);
  const strokes = lines.flatMap(toStrokes);
  const toPath = (points: readonly Point[]) => `M${points.map(toSpot).join("L")}`;
  const draw = (isPartly: boolean) =>
    strokes.filter((stroke) => stroke.isPartly === isPartly).map(({ points }) => toPath(points));
  return {
    known: draw(false).join(""),
    partlyKnown: draw(true).join(""),
    area: lines.map((run) => `${toPath(run)}V${height}H${run[0]?.place}Z`).join(""),
    alone: runs.flatMap((run) => (run.length === 1 ? run : [])),
    doubtful: toBands(minutes),
    levelOf,
  };
}

function toRuns(minutes: readonly (Minute | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  let run: Point[] | undefined;
  for (const [place, minute] of minutes.entries()) {
    if (!minute || minute.count === null) {
      run = undefined;
      continue;
    }
    if (!run) {
      run = [];
      runs.push(run);
    }
    run.push({ place, count: minute.count, isPartly: minute.unanswered > 0 });
  }
  return runs;
}

interface Stroke {
  readonly isPartly: boolean;
  readonly points: Point[];
}

/** Cuts a run where it begins or ceases to be known in full; both parts have the point in common. */
function toStrokes(run: readonly Point[]): readonly Stroke[] {
  const strokes: Stroke[] = [];
  for (const [index, point] of run.entries()) {
    const before = run[index - 1];
    if (!before) continue;
    const isPartly = before.isPartly || point.isPartly;
    const last = strokes.at(-1);
    if (last?.isPartly === isPartly) last.points.push(point);
    else strokes.push({ isPartly, points: [before, point] });
  }
  return strokes;
}

function toBands(minutes: readonly (Minute | null)[]): Drawing["doubtful"] {
  const bands: [number, number][] = [];
  for (const [place, minute] of minutes.entries()) {
    if (!minute || minute.unanswered === 0) continue;
    const last = bands.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else bands.push([place, place]);
  }
  return bands;
}
