import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import type { Auth } from "./auth";
import { openAuth } from "./open-auth";

const publicUrl = new URL("http://127.0.0.1:3000");
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };
// In the middle of a time step of codes, so that a millisecond makes no other one of it.
const start = new Date("2026-01-05T10:00:15Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const minutes = 60;

let scratch: ScratchStore;
let auth: Auth;
let people = 0;
let login: string;
let secretOfApp: string;
let backupCodes: readonly string[];

beforeAll(async () => {
  scratch = await openScratchStore();
});
afterAll(() => scratch.remove());
beforeEach(async () => {
  auth = openAuth(scratch.store, { ...scratch, publicUrl }, { clock: () => 0 });
  people += 1;
  login = `anna${people}`;
  await addUser(scratch.store, login);
  const owner = await ownerOf(await enter("signedIn", start));
  secretOfApp = auth.account.offerTotp(owner).secret;
  const added = await auth.account.addTotp(owner, codeAt(start), start);
  backupCodes = (added.status === "added" && added.backupCodes) || [];
});

async function enter(wanted: "signedIn" | "pending", now: Date, typed = password) {
  const outcome = await auth.signIn({ login, password: typed }, visitor, now);
  if (outcome.status !== wanted) throw new Error(outcome.status);
  return outcome.secret;
}

async function ownerOf(secret: string, now = start) {
  const operator = await auth.recognise(secret, now, { countsAsActivity: false });
  if (!operator) throw new Error("nobody is signed in");
  return operator;
}

const codeAt = (now: Date) =>
  new TOTP({ secret: secretOfApp }).generate({ timestamp: now.getTime() });
const finish = (secret: string, code: string, now: Date) =>
  auth.secondStep.finish(secret, { kind: "code", code }, visitor, now);

describe("after the right password", () => {
  it("nothing is open until the second factor is there, and then to a new secret alone", async () => {
    const waiting = await enter("pending", later(60));
    expect(await auth.recognise(waiting, later(60), { countsAsActivity: true })).toBeUndefined();
    const ids = await scratch.store.panelSessions.listSignedIn(later(60));
    expect(ids.filter((one) => one.login === login)).toHaveLength(1);

    const outcome = await finish(waiting, codeAt(later(60)), later(61));
    if (outcome.status !== "signedIn") throw new Error(outcome.status);
    expect(outcome.secret).not.toBe(waiting);
    expect(await auth.recognise(waiting, later(61), { countsAsActivity: true })).toBeUndefined();
    expect(await ownerOf(outcome.secret, later(61))).toMatchObject({ name: login });
    expect(await finish(waiting, codeAt(later(120)), later(120))).toEqual({ status: "over" });
  });

  it("five minutes are left for it", async () => {
    const waiting = await enter("pending", later(60));
    expect(await finish(waiting, codeAt(later(361)), later(361))).toEqual({ status: "over" });
    expect(await auth.secondStep.find(waiting, later(361))).toBeUndefined();
  });

  it("five wrong codes end it", async () => {
    const waiting = await enter("pending", later(60));
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await finish(waiting, "wrong", later(60))).toEqual({ status: "wrong" });
    }
    expect(await finish(waiting, codeAt(later(60)), later(60))).toEqual({ status: "over" });
    expect(await auth.secondStep.find(waiting, later(61))).toBeUndefined();
  });

  it("signing out ends it", async () => {
    const waiting = await enter("pending", later(60));
    await auth.signOut(waiting, later(61));
    expect(await auth.secondStep.find(waiting, later(62))).toBeUndefined();
  });

  it("a new password ends it", async () => {
    const waiting = await enter("pending", later(60));
    const owner = await ownerOf(await signInWith(backupCodes[0] ?? ""), later(61));
    await auth.account.changePassword(owner, "another horse battery", later(62));
    expect(await finish(waiting, codeAt(later(62)), later(62))).toEqual({ status: "over" });
  });
});

async function signInWith(code: string) {
  const outcome = await finish(await enter("pending", later(60)), code, later(61));
  if (outcome.status !== "signedIn") throw new Error(outcome.status);
  return outcome.secret;
}

describe("a code of the app", () => {
  it("is taken once, of two at the same moment too", async () => {
    const now = later(60);
    const waiting = [await enter("pending", now), await enter("pending", now)];
    const outcomes = await Promise.all(waiting.map((one) => finish(one, codeAt(now), now)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["signedIn", "wrong"]);
    expect(await finish(await enter("pending", now), codeAt(now), now)).toEqual({
      status: "wrong",
    });
  });

  it("holds 30 seconds before and after, and no longer", async () => {
    const early = await enter("pending", later(90));
    expect(await finish(early, codeAt(later(30)), later(90))).toEqual({ status: "wrong" });
    expect(await finish(early, codeAt(later(150)), later(90))).toEqual({ status: "wrong" });
    expect(await finish(early, codeAt(later(60)), later(90))).toMatchObject({ status: "signedIn" });
    const late = await enter("pending", later(90));
    expect(await finish(late, codeAt(later(120)), later(90))).toMatchObject({ status: "signedIn" });
  });

  it("that was taken voids the ones before it", async () => {
    const first = await enter("pending", later(90));
    expect(await finish(first, codeAt(later(90)), later(90))).toMatchObject({ status: "signedIn" });
    const second = await enter("pending", later(90));
    expect(await finish(second, codeAt(later(60)), later(90))).toEqual({ status: "wrong" });
  });

  it("cannot be guessed by starting over; a backup code still lets the right person in", async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      const waiting = await enter("pending", later(60));
      expect(await finish(waiting, "000000", later(60))).toEqual({ status: "wrong" });
    }
    const waiting = await enter("pending", later(60));
    expect(await finish(waiting, codeAt(later(60)), later(60))).toEqual({
      status: "tooManyCodes",
      retryAfterSeconds: 15 * minutes,
    });
    expect(await finish(waiting, backupCodes[1] ?? "", later(60))).toMatchObject({
      status: "signedIn",
    });
  });
});

it("a code that cannot be checked without the key file says so; a backup code needs none", async () => {
  const waiting = await enter("pending", later(60));
  const withoutKey = openAuth(scratch.store, { publicUrl, keyFile: `${scratch.keyFile}.missing` });
  const finishThere = (code: string) =>
    withoutKey.secondStep.finish(waiting, { kind: "code", code }, visitor, later(60));
  expect(await finishThere(codeAt(later(60)))).toEqual({ status: "noKey" });
  expect(await finishThere(backupCodes[0] ?? "")).toMatchObject({ status: "signedIn" });
});

describe("a backup code", () => {
  it("holds once, of two at the same moment too, however it is typed", async () => {
    const [code = ""] = backupCodes;
    const waiting = [await enter("pending", later(60)), await enter("pending", later(60))];
    const typed = [code.toUpperCase(), code.replace(/-/g, " ")];
    const outcomes = await Promise.all(
      waiting.map((one, index) => finish(one, typed[index] ?? "", later(60))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["signedIn", "wrong"]);
  });

  it("is one of ten, which are void once there are new ones", async () => {
    expect(new Set(backupCodes).size).toBe(10);
    const owner = await ownerOf(await signInWith(backupCodes[0] ?? ""), later(61));
    const next = await auth.account.makeBackupCodes(owner, later(62));
    const waiting = await enter("pending", later(63));
    expect(await finish(waiting, backupCodes[1] ?? "", later(63))).toEqual({ status: "wrong" });
    expect(await finish(waiting, next[1] ?? "", later(63))).toMatchObject({ status: "signedIn" });
  });

  it("of one person is nothing to another", async () => {
    const codesOfOther = backupCodes;
    people += 1;
    login = `anna${people}`;
    await addUser(scratch.store, login);
    const owner = await ownerOf(await enter("signedIn", start));
    secretOfApp = auth.account.offerTotp(owner).secret;
    await auth.account.addTotp(owner, codeAt(start), start);
    const waiting = await enter("pending", later(60));
    expect(await finish(waiting, codesOfOther[0] ?? "", later(60))).toEqual({ status: "wrong" });
  });
});

describe("the last factor", () => {
  it("goes only when the password is long enough to stand alone", async () => {
    const owner = await ownerOf(await signInWith(backupCodes[0] ?? ""), later(61));
    const remove = (typed: string | null) =>
      auth.account.removeFactor(owner, { kind: "totp" }, typed, later(62));
    expect(await remove(null)).toEqual({ status: "passwordNeeded" });
    expect(await remove("not the password")).toEqual({ status: "wrong" });
    await auth.account.changePassword(owner, "eight chars", later(62));
    expect(await remove("eight chars")).toEqual({ status: "passwordTooShort" });
    await auth.account.changePassword(owner, password, later(62));
    expect(await remove(password)).toEqual({ status: "removed" });
    expect(await auth.signIn({ login, password }, visitor, later(63))).toMatchObject({
      status: "signedIn",
    });
  });
});

it("a change of factors ends the person's other sessions, and keeps the one that made it", async () => {
  const owner = await ownerOf(await signInWith(backupCodes[0] ?? ""), later(61));
  const other = await signInWith(backupCodes[1] ?? "");
  await auth.account.makeBackupCodes(owner, later(62));
  expect(await auth.recognise(other, later(62), { countsAsActivity: false })).toBeUndefined();
  const signedIn = await scratch.store.panelSessions.listSignedIn(later(62));
  expect(signedIn.filter((one) => one.login === login).map(({ id }) => id)).toEqual([
    owner.panelSessionId,
  ]);
});
