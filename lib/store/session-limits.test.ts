import { afterEach, beforeEach, expect, it } from "vitest";
import { plainLimit, type SessionLimit } from "@/lib/sessions/session-limit";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";

const start = new Date("2026-01-05T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const withPassword = { signedInWith: "password", pending: null } as const;
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: null };

let scratch: ScratchStore;

beforeEach(async () => {
  scratch = await openScratchStore();
  await addUser(scratch.store, "rita", "reseller");
  await addUser(scratch.store, "anna");
});
afterEach(() => scratch.remove());

async function signIn(tokenHash: string, startedAt = start, login = "rita") {
  const { id = "", passwordHash = "" } = (await scratch.store.users.find(login)) ?? {};
  const session = { tokenHash, userId: id, passwordHash, startedAt, ...visitor, ...withPassword };
  return scratch.store.panelSessions.start(session);
}

async function limit(change: Partial<SessionLimit>, now = start): Promise<void> {
  const { sessionLimits } = scratch.store;
  const limits = await sessionLimits.read();
  await sessionLimits.change({ ...limits, reseller: { ...limits.reseller, ...change } }, now);
}

async function findThere(now: Date, ...names: readonly string[]): Promise<readonly string[]> {
  const { panelSessions } = scratch.store;
  const found = await Promise.all(
    names.map(async (name) => [name, await panelSessions.findSignedIn(name, now)] as const),
  );
  return found.flatMap(([name, session]) => (session ? [name] : []));
}

it("is 30 minutes, 12 hours and as many as one likes until somebody says otherwise", async () => {
  const limits = await scratch.store.sessionLimits.read();
  expect(Object.values(limits)).toEqual([plainLimit, plainLimit, plainLimit, plainLimit]);
  await limit({ idleMinutes: 5, atOnce: 3, whenFull: "end-oldest" });
  expect(await scratch.store.sessionLimits.read()).toEqual({
    ...limits,
    reseller: { idleMinutes: 5, lastsHours: 12, atOnce: 3, whenFull: "end-oldest" },
  });
});

it("ends open sessions of that role at once when it is shortened, and tells of it", async () => {
  let told = 0;
  scratch.store.onSessionsEnded(() => {
    told += 1;
  });
  await signIn("rita");
  await signIn("anna", start, "anna");
  await limit({ idleMinutes: 10 }, later(10));
  expect(told).toBe(1);
  expect(await findThere(later(10), "rita", "anna")).toEqual(["anna"]);
});

it("does not bring back what was over when it is widened", async () => {
  await signIn("rita");
  await limit({ idleMinutes: 120, lastsHours: 48 }, later(31));
  expect(await findThere(later(31), "rita")).toEqual([]);
  await signIn("again", later(31));
  expect(await findThere(later(31 + 119), "again")).toEqual(["again"]);
  expect(await findThere(later(31 + 120), "again")).toEqual([]);
});

it("tells how long the cookie may last", async () => {
  await limit({ lastsHours: 2 });
  expect(await signIn("rita")).toEqual({ status: "started", lastsMs: 2 * 3_600_000 });
});

it("refuses one session more than may be, and counts none that is over", async () => {
  await limit({ atOnce: 2, idleMinutes: 30 });
  expect(await signIn("one")).toMatchObject({ status: "started" });
  expect(await signIn("two", later(1))).toMatchObject({ status: "started" });
  expect(await signIn("three", later(2))).toEqual({ status: "full", atOnce: 2 });
  expect(await signIn("anna", later(2), "anna")).toMatchObject({ status: "started" });
  expect(await findThere(later(2), "one", "two", "three")).toEqual(["one", "two"]);
  // By now the first is idle for too long, though nobody has written its end down.
  expect(await signIn("four", later(30))).toMatchObject({ status: "started" });
  expect(await findThere(later(30), "one", "two", "four")).toEqual(["two", "four"]);
});

it("does not count the session whose place the new one takes", async () => {
  await limit({ atOnce: 1 });
  await signIn("one");
  const { id = "", passwordHash = null } = (await scratch.store.users.find("rita")) ?? {};
  const session = { tokenHash: "two", userId: id, passwordHash, startedAt: later(1), ...visitor };
  const again = { ...session, ...withPassword, replacedHash: "one" };
  expect(await scratch.store.panelSessions.start(again)).toMatchObject({ status: "started" });
});

it("ends those that began first where it is to make room", async () => {
  for (const [index, name] of ["one", "two", "three"].entries()) await signIn(name, later(index));
  await limit({ atOnce: 2, whenFull: "end-oldest" }, later(4));
  expect(await signIn("four", later(5))).toMatchObject({ status: "started" });
  expect(await findThere(later(5), "one", "two", "three", "four")).toEqual(["three", "four"]);
  // A clock that was set back does not make the newcomer the oldest.
  expect(await signIn("five", later(3))).toMatchObject({ status: "started" });
  expect(await findThere(later(5), "three", "four", "five")).toEqual(["four", "five"]);
});

it.each(["refuse", "end-oldest"] as const)(
  "lets in no more than may be when many come at the same moment (%s)",
  async (whenFull) => {
    await limit({ atOnce: 2, whenFull });
    const names = Array.from({ length: 12 }, (_, index) => `session ${index}`);
    await Promise.all(names.map((name) => signIn(name)));
    expect(await findThere(start, ...names)).toHaveLength(2);
  },
);
