import "server-only";
import { headers } from "next/headers";
import { steadyNow } from "@/lib/sessions/steady-now";
import { auth, type SignedIn, type SignInRefusal } from "./auth";
import { findBrowserSecret, keepInBrowser } from "./browser-cookie";
import { readVisitor, type Visitor } from "./client-address";
import type { CompletionRefusal } from "./complete-sign-in";
import type { GivenFactor, MadePasskey, UsedPasskey } from "./given-proof";
import type { PasswordRefusal } from "./open-enrolment";

// For the sign-in page and its server actions: whose sign-in it is, the cookie says.

interface InBrowser {
  readonly status: "signedIn";
}

const over = { status: "over" } as const;

export async function findSecondStep() {
  const secret = await findBrowserSecret();
  return secret ? auth().secondStep.find(secret, steadyNow()) : undefined;
}

export async function findEnrolment() {
  const secret = await findBrowserSecret();
  return secret ? auth().enrolment.find(secret, steadyNow()) : undefined;
}

export async function askSecondStepPasskey() {
  const secret = await findBrowserSecret();
  return secret ? auth().secondStep.askPasskey(secret, steadyNow()) : undefined;
}

export async function finishSecondStep(given: GivenFactor) {
  const answer = await ask((secret, visitor, now) =>
    auth().secondStep.finish(secret, given, visitor, now),
  );
  return answer.status === "signedIn" ? keep(answer) : answer;
}

export async function addEnrolledTotp(code: string) {
  return ask((secret, _, now) => auth().enrolment.addTotp(secret, code, now));
}

export async function askToAddEnrolledPasskey() {
  const secret = await findBrowserSecret();
  return secret ? auth().enrolment.askToAddPasskey(secret, steadyNow()) : undefined;
}

export async function addEnrolledPasskey(made: MadePasskey, name: string) {
  return ask((secret, _, now) => auth().enrolment.addPasskey(secret, made, name, now));
}

export async function finishEnrolment() {
  const answer = await ask((secret, visitor, now) => auth().enrolment.finish(secret, visitor, now));
  return answer.status === "signedIn" ? keep(answer) : answer;
}

export async function finishEnrolmentWithPassword(
  password: string,
): Promise<InBrowser | CompletionRefusal | PasswordRefusal> {
  const answer = await ask((secret, visitor, now) =>
    auth().enrolment.finishWithPassword(secret, password, visitor, now),
  );
  return answer.status === "signedIn" ? keep(answer) : answer;
}

export async function enterWithPasskey(given: UsedPasskey): Promise<InBrowser | SignInRefusal> {
  const answer = await auth().passkeyEntry.enter(given, readVisitor(await headers()), steadyNow());
  return answer.status === "signedIn" ? keep(answer) : answer;
}

type Asked<Answer> = (secret: string, visitor: Visitor, now: Date) => Promise<Answer>;

async function ask<Answer>(asked: Asked<Answer>): Promise<Answer | typeof over> {
  const secret = await findBrowserSecret();
  return secret ? asked(secret, readVisitor(await headers()), steadyNow()) : over;
}

/** The secret goes into the cookie, and no further. */
async function keep(signedIn: SignedIn): Promise<InBrowser> {
  await keepInBrowser(signedIn);
  return { status: "signedIn" };
}
