"use client";

import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";

// Every page may ask for a passkey and few do, so it is loaded when one is asked for.
const load = () => import("@simplewebauthn/browser");

export type PasskeyToUse = PublicKeyCredentialRequestOptionsJSON;
export type PasskeyToAdd = PublicKeyCredentialCreationOptionsJSON;
export type UsedPasskey = AuthenticationResponseJSON;
export type MadePasskey = RegistrationResponseJSON;

/** Undefined when the person turned away, or the browser cannot. */
export async function askForPasskey(toUse: PasskeyToUse): Promise<UsedPasskey | undefined> {
  return orUndefined(async () => (await load()).startAuthentication({ optionsJSON: toUse }));
}

/** Undefined also when the authenticator holds one of this account already. */
export async function askToMakePasskey(toAdd: PasskeyToAdd): Promise<MadePasskey | undefined> {
  return orUndefined(async () => (await load()).startRegistration({ optionsJSON: toAdd }));
}

/** Browsers say by an error why there is none, and do not say it to be told to the person. */
async function orUndefined<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
