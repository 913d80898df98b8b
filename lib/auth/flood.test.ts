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

/** What became of the wrong passwords so far, by status. Only what is "wrong" was compared. */
type Counts = Record<string, number>;

/** 10,000 wrong passwords from 500 addresses. */
async function flood(login: string, counts: Counts): Promise<void> {
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
}

/** How many wrong passwords were compared while the right user waited. */
async function comparedBefore(counts: Counts, address: string): Promise<number> {
  const before = counts["wrong"] ?? 0;
  expect(await signIn(address)).toMatchObject({ status: "signedIn" });
  return (counts["wrong"] ?? 0) - before;
}

it("lets the right user in, from a known place and a new one, while 500 addresses send 10,000 wrong passwords", async () => {
  expect(await signIn("203.0.113.7")).toMatchObject({ status: "signedIn" });
  const counts: Counts = {};
  let isOver = false;
  const flooding = flood("anna", counts).finally(() => {
    isOver = true;
  });
  let turn = 0;
  while (!isOver) {
    // Those under way when it came, and those beside it.
    expect(await comparedBefore(counts, "203.0.113.7")).toBeLessThanOrEqual(10);
    turn += 1;
    // At most one of each of the fifty parts, and those under way.
    expect(await comparedBefore(counts, `192.0.2.${turn}`)).toBeLessThanOrEqual(60);
  }
  await flooding;
  expect(turn).toBeGreaterThan(3);
  expect(counts["signedIn"]).toBeUndefined();
  // What is more than one try an address is not looked at once 100 were wrong.
  expect(counts["wrong"]).toBeLessThanOrEqual(addresses + 100);
  expect((counts["wrong"] ?? 0) + (counts["tooMany"] ?? 0)).toBe(addresses * triesEach);
}, 90_000);
