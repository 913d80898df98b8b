import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import type { Auth } from "./auth";
import { openAuth } from "./open-auth";

const publicUrl = new URL("http://127.0.0.1:3000");
const addresses = 500;
const triesEach = 20;
/** How many requests are under way at the same moment. */
const atOnce = 200;

let scratch: ScratchStore;
let auth: Auth;

beforeEach(async () => {
  scratch = await openScratchStore();
  await addUser(scratch.store, "anna");
  auth = openAuth(scratch.store, { ...scratch, publicUrl });
});
afterEach(() => scratch.remove());

const from = (address: string) => ({ address, peerAddress: "10.0.0.1", userAgent: null });
const signIn = (address: string, login = "anna", typed = password) =>
  auth.signIn({ login, password: typed }, from(address), new Date());

/** 10,000 wrong passwords from 500 addresses; what became of them, by status. */
async function flood(login: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  let next = 0;
  const attack = async () => {
    while (next < addresses * triesEach) {
      // Ten from each of fifty parts of the world.
      const address = `${100 + (next % 50)}.18.0.${Math.floor((next % addresses) / 50)}`;
      next += 1;
      const { status } = await signIn(address, login, `guess ${next}`);
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, attack));
  return counts;
}

async function timeSignIn(address: string): Promise<number> {
  const begunAtMs = performance.now();
  expect(await signIn(address)).toMatchObject({ status: "signedIn" });
  return performance.now() - begunAtMs;
}

it("lets the right user in, from a known place and a new one, while 500 addresses send 10,000 wrong passwords", async () => {
  // A few seconds; more where the machine is busy with other tests.
  const patienceMs = Math.max(3000, 30 * (await timeSignIn("203.0.113.7")));
  const flooding = flood("anna");
  let turn = 0;
  let isOver = false;
  const watching = flooding.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    expect(await timeSignIn("203.0.113.7")).toBeLessThan(patienceMs);
    turn += 1;
    expect(await timeSignIn(`192.0.2.${turn}`)).toBeLessThan(patienceMs);
    await pause(500);
  }
  const counts = await watching;
  expect(turn).toBeGreaterThan(3);
  expect(counts["signedIn"]).toBeUndefined();
  // What is more than one try an address is not looked at once 100 were wrong.
  expect(counts["wrong"]).toBeLessThanOrEqual(addresses + 100);
  expect((counts["wrong"] ?? 0) + (counts["tooMany"] ?? 0)).toBe(addresses * triesEach);
}, 90_000);
