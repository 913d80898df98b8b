import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addUser, openScratchStore, type ScratchStore } from "@/tests/support/scratch-store";
import type { Auth } from "./auth";
import { openAuth } from "./open-auth";
import { hashPassword } from "./password";

const publicUrl = new URL("http://127.0.0.1:3000");
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };
const start = new Date("2026-01-05T10:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const login = "bruno";
const short = "eight chars";

let scratch: ScratchStore;
let auth: Auth;
let secretOfApp: string;

beforeEach(async () => {
  scratch = await openScratchStore();
  auth = openAuth(scratch.store, { ...scratch, publicUrl });
  await addUser(scratch.store, login);
  const user = await scratch.store.users.find(login);
  const change = { userId: user?.id ?? "", keptSessionId: null, now: start };
  await scratch.store.factors.changePassword(change, await hashPassword(short));
});
afterEach(() => scratch.remove());

async function enter(now: Date) {
  const outcome = await auth.signIn({ login, password: short }, visitor, now);
  if (outcome.status !== "pending") throw new Error(outcome.status);
  return outcome.secret;
}

const codeAt = (now: Date) =>
  new TOTP({ secret: secretOfApp }).generate({ timestamp: now.getTime() });

describe("a password of 8 to 14 characters", () => {
  it("opens nothing before a second factor is set up", async () => {
    const waiting = await enter(start);
    expect(await auth.recognise(waiting, start, { countsAsActivity: true })).toBeUndefined();
    expect(await auth.enrolment.finish(waiting, visitor, start)).toEqual({ status: "over" });
    const offer = (await auth.enrolment.find(waiting, start))?.offer;
    secretOfApp = offer?.secret ?? "";
    expect(offer?.uri).toContain(`secret=${secretOfApp}`);
    expect(await auth.enrolment.addTotp(waiting, "000000", start)).toEqual({ status: "wrong" });
    const added = await auth.enrolment.addTotp(waiting, codeAt(start), start);
    expect(added).toMatchObject({ status: "added", backupCodes: expect.any(Array) });
    expect(await auth.enrolment.finish(waiting, visitor, later(1))).toMatchObject({
      status: "signedIn",
    });
    expect(await auth.signIn({ login, password: short }, visitor, later(2))).toMatchObject({
      status: "pending",
    });
  });

  it("may be changed for one that stands alone instead", async () => {
    const waiting = await enter(start);
    const choose = (next: string) =>
      auth.enrolment.finishWithPassword(waiting, next, visitor, start);
    expect(await choose("fourteen chars")).toMatchObject({ status: "refused" });
    expect(await choose("a whole sentence is best")).toMatchObject({ status: "signedIn" });
  });

  it("waits no longer once somebody else has set up a factor", async () => {
    const [stranger, own] = [await enter(start), await enter(start)];
    secretOfApp = (await auth.enrolment.find(own, start))?.offer?.secret ?? "";
    await auth.enrolment.addTotp(own, codeAt(start), start);
    expect(await auth.enrolment.finish(stranger, visitor, start)).toEqual({ status: "over" });
    expect(await auth.enrolment.finish(own, visitor, start)).toMatchObject({ status: "signedIn" });
  });
});
