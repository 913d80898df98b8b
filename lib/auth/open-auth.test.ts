import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import type { Auth } from "./auth";
import { openAuth } from "./open-auth";
import { hashPassword } from "./password";
import { hashSecret } from "./secret";

const publicUrl = new URL("http://127.0.0.1:3000");
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };
const start = new Date("2026-01-05T10:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const halfAnHour = 30 * 60;
const halfADay = 12 * 60 * 60;

let scratch: ScratchStore;
let auth: Auth;

beforeAll(async () => {
  scratch = await openScratchStore();
  for (const login of ["anna", "bruno", "carla"]) await addUser(scratch.store, login);
  await addUser(scratch.store, "rita", "reseller");
});
afterAll(() => scratch.remove());
beforeEach(() => {
  auth = openAuth(scratch.store, { ...scratch, publicUrl }, { clock: () => 0 });
});

async function signIn(login: string, now = start): Promise<string> {
  const outcome = await auth.signIn({ login, password }, visitor, now);
  if (outcome.status !== "signedIn") throw new Error(outcome.status);
  return outcome.secret;
}
const look = (secret: string, now: Date) =>
  auth.recognise(secret, now, { countsAsActivity: false });
const use = (secret: string, now: Date) => auth.recognise(secret, now, { countsAsActivity: true });

describe("signing in", () => {
  it("recognises an administrator, who sees everything", async () => {
    const operator = await look(await signIn("anna"), later(1));
    expect(operator).toMatchObject({
      name: "anna",
      displayName: "anna",
      role: "server-administrator",
      sees: "everything",
      mayAct: true,
    });
  });

  it("recognises a reseller, who sees their own sessions", async () => {
    expect(await look(await signIn("rita"), later(1))).toMatchObject({
      name: "rita",
      sees: { logins: new Set(["rita"]), domains: new Set() },
    });
  });

  it("keeps address, browser and time, and only the hash of the secret", async () => {
    const secret = await signIn("anna");
    expect(secret).toMatch(/^[\w-]{43}$/);
    const operator = await look(secret, later(1));
    const sessions = await scratch.store.panelSessions.listSignedIn(later(1));
    expect(sessions.find(({ id }) => id === operator?.panelSessionId)).toMatchObject({
      login: "anna",
      ...visitor,
      startedAt: start,
      lastActiveAt: start,
    });
    expect(JSON.stringify(sessions)).not.toContain(secret);
  });

  it("does not say whether login or password was wrong", async () => {
    const attempts = [
      { login: "anna", password: "wrong horse battery" },
      { login: "nobody", password },
    ];
    for (const attempt of attempts) {
      expect(await auth.signIn(attempt, visitor, start)).toEqual({ status: "wrong" });
    }
  });

  it("stops guessing from one place while the right person signs in from another", async () => {
    const guess = { login: "anna", password: "wrong horse battery" };
    for (let time = 0; time < 5; time += 1) await auth.signIn(guess, visitor, start);
    expect(await auth.signIn({ login: "anna", password }, visitor, start)).toEqual({
      status: "tooMany",
      retryAfterSeconds: 900,
    });
    const elsewhere = { ...visitor, address: "198.51.100.9" };
    expect(await auth.signIn({ login: "anna", password }, elsewhere, start)).toMatchObject({
      status: "signedIn",
    });
  });

  it("stops guesses that come all at once", async () => {
    const guess = { login: "bruno", password: "wrong horse battery" };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => auth.signIn(guess, visitor, start)),
    );
    const looked = outcomes.filter(({ status }) => status === "wrong");
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(outcomes.every(({ status }) => status !== "signedIn")).toBe(true);
  });

  it("counts guesses by a clock that nobody can set back", async () => {
    const guess = { login: "anna", password: "wrong horse battery" };
    for (let time = 0; time < 5; time += 1) await auth.signIn(guess, visitor, start);
    for (const now of [later(-3600), later(3600)]) {
      expect(await auth.signIn(guess, visitor, now)).toMatchObject({ status: "tooMany" });
    }
  });

  it("refuses a password that was changed while it was being compared", async () => {
    const user = await scratch.store.users.find("anna");
    const started = await scratch.store.panelSessions.start({
      tokenHash: hashSecret("late"),
      userId: user?.id ?? "",
      passwordHash: "the one before",
      startedAt: start,
      signedInWith: "password",
      pending: null,
      ...visitor,
    });
    expect(started).toEqual({ status: "changed" });
    expect(await look("late", later(1))).toBeUndefined();
  });
});

describe("a session", () => {
  it("tells who comes back why it has ended, unless it goes on or they signed out", async () => {
    const [idle, left, open] = [await signIn("anna"), await signIn("anna"), await signIn("anna")];
    await auth.signOut(left, later(1));
    await use(open, later(halfAnHour - 1));
    const endingOf = (secret: string) => auth.findEnding(secret, later(halfAnHour));
    expect(await endingOf(idle)).toEqual({ endedWhy: "expired", endedBy: null });
    expect(await endingOf(left)).toBeUndefined();
    expect(await endingOf(open)).toBeUndefined();
    expect(await endingOf("nobody's")).toBeUndefined();
  });

  it("ends after 30 minutes without activity", async () => {
    const secret = await signIn("anna");
    expect(await look(secret, later(halfAnHour - 1))).toBeDefined();
    expect(await look(secret, later(halfAnHour))).toBeUndefined();
    expect(await use(secret, later(halfAnHour))).toBeUndefined();
  });

  it("is kept by what a person does, not by the page's own refreshing", async () => {
    const active = await signIn("anna");
    const watched = await signIn("anna");
    await use(active, later(halfAnHour - 10));
    await look(watched, later(halfAnHour - 10));
    expect(await look(active, later(halfAnHour + 10))).toBeDefined();
    expect(await look(watched, later(halfAnHour + 10))).toBeUndefined();
  });

  it("ends after 12 hours, however busy", async () => {
    const secret = await signIn("anna");
    for (let at = 0; at < halfADay; at += halfAnHour - 1) {
      expect(await use(secret, later(at))).toBeDefined();
    }
    expect(await use(secret, later(halfADay))).toBeUndefined();
  });

  it("is turned away at the next request after it was removed", async () => {
    const secret = await signIn("anna");
    const operator = await use(secret, later(5));
    const removed = { id: operator?.panelSessionId ?? "", login: "anna", startedAt: start };
    expect(await scratch.store.panelSessions.remove({ ...removed, by: null }, later(6))).toBe(true);
    expect(await look(secret, later(6))).toBeUndefined();
    expect(await use(secret, later(6))).toBeUndefined();
    expect(await scratch.store.panelSessions.markActive(removed.id, later(7))).toBe(false);
  });

  it("ends with signing out, and no other with it", async () => {
    const [one, other] = [await signIn("anna"), await signIn("anna")];
    await auth.signOut(one, later(1));
    expect(await look(one, later(1))).toBeUndefined();
    expect(await look(other, later(1))).toBeDefined();
  });

  it("ends when its user is disabled, and does not come back when the user does", async () => {
    const secret = await signIn("bruno");
    const wish = { by: "anna", now: later(1) };
    expect(await scratch.store.users.disable({ login: "bruno" }, wish)).toEqual({ status: "done" });
    expect(await look(secret, later(1))).toBeUndefined();
    expect(await auth.signIn({ login: "bruno", password }, visitor, later(2))).toEqual({
      status: "wrong",
    });
    await scratch.store.users.enable({ login: "bruno" });
    expect(await look(secret, later(3))).toBeUndefined();
    expect(await look(await signIn("bruno", later(4)), later(4))).toBeDefined();
  });

  it("ends when its user gets another password", async () => {
    const secret = await signIn("carla");
    const others = await signIn("anna");
    const passwordHash = await hashPassword("another horse battery");
    await scratch.store.users.changePassword({ login: "carla" }, passwordHash, {
      by: "anna",
      now: later(1),
    });
    expect(await look(secret, later(1))).toBeUndefined();
    expect(await look(others, later(1))).toBeDefined();
    expect(await auth.signIn({ login: "carla", password }, visitor, later(1))).toEqual({
      status: "wrong",
    });
  });
});

describe("an API token", () => {
  it("is recognised until it expires or is removed", async () => {
    const { apiTokens } = scratch.store;
    const token = { tokenHash: hashSecret("secret"), createdAt: start, expiresAt: later(60) };
    expect(await apiTokens.add({ ...token, name: "nightly", role: "viewer" })).toBe(true);
    expect(await apiTokens.add({ ...token, name: "nightly", role: "operator" })).toBe(false);
    expect(await auth.recogniseApiToken("secret", later(59))).toEqual({
      name: "token nightly",
      address: null,
      sees: "everything",
      mayAct: false,
      panelSessionId: null,
    });
    expect(await auth.recogniseApiToken("secret", later(60))).toBeUndefined();
    expect(await apiTokens.remove("nightly")).toBe(true);
    expect(await auth.recogniseApiToken("secret", later(1))).toBeUndefined();
  });
});
