import { expect, it } from "vitest";
import { createTransferSpeeds } from "./transfer-speeds";

/** Speeds of one transfer, told how many bytes it had at which second. */
function speeds(...samples: readonly (readonly [seconds: number, bytes: number])[]) {
  const speedsOf = createTransferSpeeds();
  return samples.map(([seconds, bytes]) =>
    speedsOf([{ name: "a", bytes }], seconds * 1000).get("a"),
  );
}

it("is not known from one sample", () => {
  expect(speeds([0, 5000])).toEqual([undefined]);
});

it("is what came between two looks", () => {
  expect(speeds([0, 5000], [1, 6000], [2, 9000])).toEqual([undefined, 1000, 3000]);
});

it("does not take a step between two looks at once for a burst", () => {
  expect(speeds([0, 0], [0.2, 64_000])).toEqual([undefined, undefined]);
  expect(speeds([0, 0], [0.2, 64_000], [1, 70_000])).toEqual([undefined, undefined, 70_000]);
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
  speedsOf([{ name: "a", bytes: 0 }], 0);
  expect(speedsOf([{ name: "b", bytes: 5000 }], 1000).size).toBe(0);
  expect(speedsOf([{ name: "a", bytes: 5000 }], 2000).size).toBe(0);
});
