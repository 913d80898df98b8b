import { afterEach, expect, it, vi } from "vitest";
import { steadyNow, toSetTime } from "./steady-now";

const hourMs = 3_600_000;
const start = Date.now();
afterEach(() => {
  vi.restoreAllMocks();
});

/** The clock shows another time, while as much time has passed. */
function set(clockMs: number, passedMs: number): void {
  vi.spyOn(Date, "now").mockReturnValue(clockMs);
  vi.spyOn(performance, "now").mockReturnValue(passedMs);
}

it("goes on where the clock is set back, and follows it where it is set ahead", () => {
  set(start, 0);
  expect(steadyNow().getTime()).toBe(start);
  set(start - hourMs + 1000, 1000);
  expect(steadyNow().getTime()).toBe(start + 1000);
  set(start - hourMs + 61_000, 61_000);
  expect(steadyNow().getTime()).toBe(start + 61_000);
  expect(toSetTime(steadyNow()).getTime()).toBe(start - hourMs + 61_000);
  set(start + 2 * hourMs, 62_000);
  expect(steadyNow().getTime()).toBe(start + 2 * hourMs);
  expect(toSetTime(steadyNow()).getTime()).toBe(start + 2 * hourMs);
});
