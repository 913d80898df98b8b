import { expect, it } from "vitest";
import { createTransferSpeeds } from "./transfer-speeds";

/** Speeds of one transfer, told how many bytes it had at which second. */
function speeds(...samples: readonly (readonly [seconds: number, bytes: number])[]) {
  const speedsOf = createTransferSpeeds();
  return samples.map(([seconds, bytes]) =>
    speedsOf([{ name: "a", bytes, atMs: seconds * 1000 }]).get("a"),
  );
}

it("is not known from one sample", () => {
  expect(speeds([0, 5000])).toEqual([undefined]);
});

it("is what came over the last looks", () => {
  expect(speeds([0, 5000], [1, 6000], [2, 9000])).toEqual([undefined, 1000, 2000]);
  expect(speeds([0, 0], [1, 90_000], [5, 94_000], [6, 95_000]).at(-1)).toBe(1000);
});

it("is steady for a throttled transfer, whose bytes come in bursts", () => {
  const looks = Array.from({ length: 20 }, (_, second) => second);
  const burst = (second: number) => Math.floor((second * 20_000) / 65_536) * 65_536;
  const seen = speeds(...looks.map((second) => [second, burst(second)] as const)).slice(8);
  for (const speed of seen) expect(Math.abs((speed ?? 0) - 20_000)).toBeLessThan(5_000);
});

it("does not take a step between two looks at once for a burst", () => {
  expect(speeds([0, 0], [0.2, 64_000])).toEqual([undefined, undefined]);
  expect(speeds([0, 0], [0.2, 64_000], [1, 70_000])).toEqual([undefined, undefined, 70_000]);
});

it("is still known while looks follow each other at once, as they do after a removal", () => {
  expect(speeds([0, 0], [1, 1000], [1.01, 1020], [1.02, 1030])).toEqual([
    undefined,
    1000,
    1000,
    1000,
  ]);
});

it("does not go down while there is no newer count", () => {
  expect(speeds([0, 0], [2, 2000], [2, 2000], [2, 2000])).toEqual([undefined, 1000, 1000, 1000]);
});

it("is steady for a counter that moves in steps", () => {
  expect(speeds([0, 0], [2, 2000], [3, 2000], [4, 4000], [5, 4000])).toEqual([
    undefined,
    1000,
    1000,
    1000,
    1000,
  ]);
});

it("goes down while nothing comes, and is nothing for a transfer that never moved", () => {
  expect(speeds([0, 0], [1, 1000], [5, 1000], [11, 1000])).toEqual([undefined, 1000, 250, 100]);
  expect(speeds([0, 700], [4, 700], [5, 700])).toEqual([undefined, undefined, 0]);
});

it("begins anew with another transfer", () => {
  expect(speeds([0, 9000], [1, 10_000], [2, 100], [3, 300])).toEqual([
    undefined,
    1000,
    undefined,
    200,
  ]);
  const speedsOf = createTransferSpeeds();
  speedsOf([{ name: "a", bytes: 0, atMs: 0 }]);
  expect(speedsOf([{ name: "b", bytes: 5000, atMs: 1000 }]).size).toBe(0);
  expect(speedsOf([{ name: "a", bytes: 5000, atMs: 2000 }]).size).toBe(0);
});
