import type { Metadata } from "next";
import { requestWords } from "@/app/request-language";
import { leave } from "@/app/tools-settings/actions";
import { whySentence } from "@/components/my-sessions/why-sentence";
import { Enrolment } from "@/components/sign-in/enrolment";
import { OpenIdLink } from "@/components/sign-in/open-id-link";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { SecondStepForm } from "@/components/sign-in/second-step-form";
import { SetUpForm } from "@/components/sign-in/set-up-form";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { WayInCard } from "@/components/sign-in/way-in-card";
import { ButtonLink } from "@/components/ui/button-link";
import { FormProblem } from "@/components/ui/form-problem";
import type { Words } from "@/components/words/words";
import { auth } from "@/lib/auth/auth";
import { findEnding } from "@/lib/auth/find-ending";
import { findOpenIdTitle } from "@/lib/auth/open-id-routes";
import { findEnrolment, findSecondStep } from "@/lib/auth/second-step";
import { isSetupLink } from "@/lib/auth/set-up";
import { demoLogins } from "@/lib/rollcall";
import { type OpenIdProblem, openIdProblems } from "@/lib/sessions/open-id-problem";
import { createFirstAdministrator, enter } from "./actions";
import {
  addPasskey,
  addTotp,
  askToAddPasskey,
  changePassword,
  finish as finishEnrolling,
} from "./enrolment-actions";
import {
  askPasskey,
  askPasskeyEntry,
  enterByPasskey,
  finish,
  finishWithPasskey,
} from "./second-step-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).signInWords.title };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { setup, over, openid } = await searchParams;
  const words = await requestWords();
  const { secondStepWords, setUpWords } = words;
  if (typeof setup !== "string") {
    const problem = openIdProblems.find((one) => one === openid) ?? null;
    const step = await findStep();
    if (step) return step;
    if (await isBeforeSetUp()) {
      return <WayInCard title={setUpWords.nobodyTitle} lead={setUpWords.nobodyBody} />;
    }
    const why =
      over === undefined
        ? await findWhyEnded(words)
        : secondStepWords[over === "full" ? "full" : "over"];
    return <FirstStep why={why} openIdProblem={problem} />;
  }
  if (await isSetupLink(setup)) {
    return (
      <WayInCard title={setUpWords.title} lead={setUpWords.lead}>
        <SetUpForm token={setup} setUp={createFirstAdministrator} />
      </WayInCard>
    );
  }
  if (await auth().hasNobody()) {
    return <WayInCard title={setUpWords.voidTitle} lead={setUpWords.nobodyBody} />;
  }
  return (
    <WayInCard title={setUpWords.usedTitle} lead={setUpWords.usedBody}>
      <ButtonLink href="/sign-in">{setUpWords.toSignIn}</ButtonLink>
    </WayInCard>
  );
}

/** Where people sign in by OpenID Connect, the first of them needs no setup link. */
async function isBeforeSetUp(): Promise<boolean> {
  return findOpenIdTitle() === null && (await auth().hasNobody());
}

/** For who was on a page just now, and did not sign out. */
async function findWhyEnded(words: Words): Promise<string | null> {
  const ending = await findEnding();
  return ending ? words.signInWords.ended(whySentence(words, ending)) : null;
}

interface FirstStepProps {
  /** What became of the second step or of the last session, where there was one. */
  readonly why: string | null;
  readonly openIdProblem: OpenIdProblem | null;
}

async function FirstStep({ why, openIdProblem }: FirstStepProps) {
  const { openIdWords, secondStepWords, signInWords } = await requestWords();
  const openIdTitle = findOpenIdTitle();
  return (
    <WayInCard title={signInWords.title}>
      {openIdProblem && <FormProblem>{openIdWords.problems[openIdProblem]}</FormProblem>}
      <SignInForm first={why} demoLogins={demoLogins()} signIn={enter} />
      {auth().passkeyEntry.isPossible && (
        <PasskeyButton
          label={secondStepWords.passkeyEntry}
          ask={askPasskeyEntry}
          enter={enterByPasskey}
        />
      )}
      {openIdTitle !== null && <OpenIdLink title={openIdTitle} address="/sign-in/openid" />}
    </WayInCard>
  );
}

/** For who has typed the right password already. */
async function findStep() {
  const waiting = await findSecondStep();
  const { secondStepWords } = await requestWords();
  if (waiting?.missing === "second-factor") {
    const passkey = { ask: askPasskey, enter: finishWithPasskey };
    return (
      <WayInCard title={secondStepWords.title} lead={secondStepWords.lead(waiting.login)}>
        <SecondStepForm
          finish={finish}
          passkey={waiting.hasPasskey ? passkey : null}
          startAgain={leave}
        />
      </WayInCard>
    );
  }
  const enrolment = waiting && (await findEnrolment());
  if (!enrolment) return null;
  const { login, offer, canHavePasskeys } = enrolment;
  return (
    <Enrolment
      login={login}
      offer={offer}
      addTotp={addTotp}
      addPasskey={canHavePasskeys ? { ask: askToAddPasskey, add: addPasskey } : null}
      changePassword={changePassword}
      finish={finishEnrolling}
      startAgain={leave}
    />
  );
}
