"use client";

import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

export type PasskeyToUse = PublicKeyCredentialRequestOptionsJSON;
export type PasskeyToAdd = PublicKeyCredentialCreationOptionsJSON;
export type UsedPasskey = AuthenticationResponseJSON;
export type MadePasskey = RegistrationResponseJSON;

/** Undefined when the person turned away, or the browser cannot. */
export async function askForPasskey(toUse: PasskeyToUse): Promise<UsedPasskey | undefined> {
  return orUndefined(startAuthentication({ optionsJSON: toUse }));
}

/** Undefined also when the authenticator holds one of this account already. */
export async function askToMakePasskey(toAdd: PasskeyToAdd): Promise<MadePasskey | undefined> {
  return orUndefined(startRegistration({ optionsJSON: toAdd }));
}

/** Browsers say by an error why there is none, and do not say it to be told to the person. */
async function orUndefined<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
