import { expect, it } from "vitest";
import { findOffset, type Reading } from "./restart-offset";

const step = 65_536;

it("is sure of a download by sendfile from the start", () => {
  expect(findOffset({ position: 0, sent: 2_800_000 }, undefined)).toBe(0);
});

it("is sure of a download by reading from the start, for what was read is what was sent", () => {
  expect(findOffset({ position: 8 * step, sent: 8 * step - 30_000 }, undefined)).toBe(0);
});

it("does not guess where a resumed download began until it is seen to move", () => {
  const now = { position: 50_000_000, sent: 2_800_000 };
  expect(findOffset(now, undefined)).toBeUndefined();
  expect(findOffset(now, { ...now, offset: undefined })).toBeUndefined();
});

it("finds it by sendfile where more is sent and the position stays", () => {
  const before = { position: 50_000_000, sent: 2_800_000, offset: undefined };
  expect(findOffset({ position: 50_000_000, sent: 3_800_000 }, before)).toBe(50_000_000);
  expect(findOffset({ position: 1_000_000, sent: 9_000_000 }, undefined)).toBe(1_000_000);
});

it("finds it by reading where the position moves, to a step", () => {
  const before = { position: 45_000_000 + step, sent: 40_000, offset: undefined };
  const offset = findOffset({ position: 45_000_000 + 2 * step, sent: 110_000 }, before);
  expect(Math.abs((offset ?? 0) - 45_000_000)).toBeLessThanOrEqual(step);
});

it("takes a fast download that ran on between the two counters for what it is", () => {
  const before = { position: 90_000_000, sent: 80_000_000, offset: undefined };
  expect(findOffset({ position: 290_000_000, sent: 280_000_000 }, before)).toBe(0);
});

it("keeps what it found while nothing moves", () => {
  const known: Reading = { position: 45_131_072, sent: 131_072, offset: 45_000_000 };
  expect(findOffset(known, known)).toBe(45_000_000);
});

it("leaves a chance hit as soon as the counters speak against it", () => {
  const first = { position: 1_000_000, sent: 990_000 };
  const before = { ...first, offset: findOffset(first, undefined) };
  expect(before.offset).toBe(0);
  expect(findOffset({ position: 1_000_000, sent: 2_000_000 }, before)).toBe(1_000_000);
});
