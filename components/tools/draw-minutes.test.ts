import { expect, test } from "vitest";
import type { Minute } from "@/lib/sessions/history";
import { drawMinutes } from "./draw-minutes";

const known = (count: number): Minute => ({ count, unanswered: 0 });
const partly = (count: number): Minute => ({ count, unanswered: 1 });
const unanswered: Minute = { count: null, unanswered: 2 };

test("a minute that is not known is a gap, never a fall to zero", () => {
  const { known: line, area } = drawMinutes([known(8), known(4), null, known(8), known(0)]);
  expect(line).toBe("M0,0L1,50M3,0L4,100");
  expect(area).toBe("M0,0L1,50V100H0ZM3,0L4,100V100H3Z");
});

test("what is partly known is another line, and joins the known one", () => {
  const drawing = drawMinutes([known(4), known(4), partly(3), known(4), known(4)]);
  expect(drawing.known).toBe("M0,0L1,0M3,0L4,0");
  expect(drawing.partlyKnown).toBe("M1,0L2,25L3,0");
});

test("minutes in which a source was missing are marked, with a count and without", () => {
  const { doubtful } = drawMinutes([known(1), partly(1), unanswered, null, unanswered, known(1)]);
  expect(doubtful).toEqual([
    [1, 2],
    [4, 4],
  ]);
});

test("a minute alone is a dot, for a line needs two", () => {
  const { alone, known: line, levelOf } = drawMinutes([null, known(8), unanswered, known(2), null]);
  expect(line).toBe("");
  expect(alone.map(({ place, count }) => [place, levelOf(count)])).toEqual([
    [1, 1],
    [3, 0.25],
  ]);
});

test("one session on a quiet server is no mountain", () => {
  expect(drawMinutes([known(0), known(1)]).known).toBe("M0,100L1,75");
  expect(drawMinutes([]).known).toBe("");
});
