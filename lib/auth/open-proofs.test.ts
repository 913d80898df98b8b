import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  addUser,
  openScratchStore,
  password,
  type ScratchStore,
} from "@/tests/support/scratch-store";
import type { Auth, SignedInOperator } from "./auth";
import { isProven } from "./is-proven";
import { openAuth } from "./open-auth";

const publicUrl = new URL("http://127.0.0.1:3000");
const visitor = { address: "192.0.2.7", peerAddress: "192.0.2.7", userAgent: "Firefox" };
const start = new Date("2026-01-05T10:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

let scratch: ScratchStore;
let auth: Auth;
let secret: string;

beforeAll(async () => {
  scratch = await openScratchStore();
  await addUser(scratch.store, "anna");
});
afterAll(() => scratch.remove());
beforeEach(async () => {
  auth = openAuth(scratch.store, { ...scratch, publicUrl }, { clock: () => 0 });
  const outcome = await auth.signIn({ login: "anna", password }, visitor, start);
  secret = outcome.status === "signedIn" ? outcome.secret : "";
});

async function recognise(now: Date): Promise<SignedInOperator> {
  const operator = await auth.recognise(secret, now, { countsAsActivity: false });
  if (!operator) throw new Error("nobody is signed in");
  return operator;
}

it("holds for 5 minutes after the sign-in, and after each proof", async () => {
  expect(isProven(await recognise(start), later(299))).toBe(true);
  const operator = await recognise(start);
  expect(isProven(operator, later(300))).toBe(false);
  const right = { kind: "password", password } as const;
  expect(await auth.proofs.prove(operator, right, later(400))).toEqual({ status: "proven" });
  expect(isProven(await recognise(later(401)), later(699))).toBe(true);
  expect(isProven(await recognise(later(401)), later(700))).toBe(false);
});

it("does not hold longer because the clock was set back", async () => {
  expect(isProven(await recognise(start), later(-3600))).toBe(false);
});

it("asks no script, whose token is all it has", () => {
  const script = {
    name: "token x",
    address: null,
    sees: "everything",
    mayAct: true,
    panelSessionId: null,
  } as const;
  expect(isProven(script, start)).toBe(true);
});

it("lets a page that was left open guess five times", async () => {
  const operator = await recognise(start);
  const wrong = { kind: "password", password: "wrong horse battery" } as const;
  for (let guess = 0; guess < 5; guess += 1) {
    expect(await auth.proofs.prove(operator, wrong, later(400))).toEqual({ status: "wrong" });
  }
  const right = { kind: "password", password } as const;
  expect(await auth.proofs.prove(operator, right, later(400))).toEqual({
    status: "tooMany",
    retryAfterSeconds: 900,
  });
  expect(isProven(await recognise(later(401)), later(401))).toBe(false);
});
