import { expect, it } from "vitest";
import type { LiveConnection } from "./live-connections";
import { createTransferSpeeds } from "./transfer-speeds";

function download(bytes: number, file = "big.bin"): LiveConnection {
  return {
    pid: 7,
    startTicks: 1,
    connected_since_ms: 1,
    remote_address: "203.0.113.7",
    command: "RETR",
    command_args: file,
    downloading: true,
    transfer_bytes: bytes,
  };
}

it("knows no speed from one look, and the speed between two", () => {
  const speedsOf = createTransferSpeeds();
  expect(speedsOf([download(1000)], 0).get(7)).toBeUndefined();
  expect(speedsOf([download(21_000)], 1000).get(7)).toBe(20_000);
});

it("does not take a step of the counter for a burst", () => {
  const speedsOf = createTransferSpeeds();
  speedsOf([download(0)], 0);
  speedsOf([download(0)], 4000);
  expect(speedsOf([download(100_000)], 5000).get(7)).toBe(20_000);
});

it("slows down while a transfer makes no further step", () => {
  const speedsOf = createTransferSpeeds();
  speedsOf([download(0)], 0);
  expect(speedsOf([download(20_000)], 1000).get(7)).toBe(20_000);
  expect(speedsOf([download(20_000)], 3000).get(7)).toBe(10_000);
  expect(speedsOf([download(20_000)], 21_000).get(7)).toBe(1000);
});

it("begins anew with another file, and forgets who left", () => {
  const speedsOf = createTransferSpeeds();
  speedsOf([download(0)], 0);
  speedsOf([download(20_000)], 1000);
  expect(speedsOf([download(40_000, "other.bin")], 2000).get(7)).toBeUndefined();
  speedsOf([], 3000);
  expect(speedsOf([download(60_000, "other.bin")], 4000).get(7)).toBeUndefined();
});
