import { expect, it } from "vitest";
import { createLastTransfers } from "./last-transfers";

function session(change: { command?: string | null; bytes?: number; idleSinceMs?: number }) {
  const entry = {
    pid: 100,
    slot: 0,
    beganMs: 1000,
    user: "anna",
    titleStart: new Uint8Array(),
    isUserCut: false,
    clientName: null,
    remoteAddress: null,
    port: 21,
    virtualHost: null,
    protocol: "ftp",
    location: "/",
    command: "STOR",
    argument: "a.bin",
    idleSinceMs: 1000,
    bytes: 500,
    size: null,
    ...change,
  };
  return [{ pid: 100, startTicks: 1, entry }];
}

it("gives a second transfer no bytes of the first one, until its own number moves", () => {
  const without = createLastTransfers();
  const bytesOf = (change: Parameters<typeof session>[0]) =>
    without(session(change))[0]?.entry?.bytes;
  expect(bytesOf({})).toBe(500);
  expect(bytesOf({ command: null, idleSinceMs: 2000 })).toBeNull();
  expect(bytesOf({ idleSinceMs: 3000 })).toBeNull();
  expect(bytesOf({ idleSinceMs: 3000 })).toBeNull();
  expect(bytesOf({ idleSinceMs: 3000, bytes: 20 })).toBe(20);
  expect(bytesOf({ idleSinceMs: 3000, bytes: 20 })).toBe(20);
});

it("keeps the bytes of one transfer that stands still", () => {
  const without = createLastTransfers();
  without(session({}));
  expect(without(session({}))[0]?.entry?.bytes).toBe(500);
});
