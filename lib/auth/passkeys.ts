import type {
  generateAuthenticationOptions,
  generateRegistrationOptions,
} from "@simplewebauthn/server";
import ipaddr from "ipaddr.js";
import type { StoredPasskey } from "@/lib/store/factors";
import type { Store } from "@/lib/store/store";
import { createChallenges } from "./challenges";
import type { MadePasskey, UsedPasskey } from "./given-proof";

type ToUse = Awaited<ReturnType<typeof generateAuthenticationOptions>>;
type ToAdd = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type MadeKey = Pick<StoredPasskey, "id" | "publicKey" | "counter" | "transports">;

/** A `purpose` says who asks and what for; an answer is good for that, once. */
export interface Passkeys {
  /** False where browsers know no passkeys: at an address without a name, or over plain http. */
  readonly arePossible: boolean;
  readonly origin: string;
  /** `known`: of whom it may be; null for whoever has one. */
  askToUse(known: readonly StoredPasskey[] | null, purpose: string, now: Date): Promise<ToUse>;
  /** Whose it is, when all of it holds. */
  use(
    given: UsedPasskey,
    purpose: string,
    now: Date,
  ): Promise<(Pick<StoredPasskey, "userId"> & { readonly login: string }) | undefined>;
  askToAdd(user: Asking, purpose: string, now: Date): Promise<ToAdd>;
  read(given: MadePasskey, purpose: string, now: Date): Promise<MadeKey | undefined>;
}

interface Asking {
  readonly id: string;
  readonly login: string;
  readonly known: readonly StoredPasskey[];
}

export function openPasskeys({ factors }: Store, publicUrl: URL): Passkeys {
  const challenges = createChallenges();
  const rpID = publicUrl.hostname;
  const expected = { expectedOrigin: publicUrl.origin, expectedRPID: rpID };
  const toExpected = (purpose: string, now: Date) => ({
    ...expected,
    expectedChallenge: (challenge: string) => challenges.use(challenge, purpose, now),
    requireUserVerification: true,
  });
  return {
    arePossible: canHavePasskeys(publicUrl),
    origin: publicUrl.origin,

    async askToUse(known, purpose, now) {
      return (await loadLibrary()).generateAuthenticationOptions({
        rpID,
        challenge: challenges.make(purpose, now),
        userVerification: "required",
        ...(known && { allowCredentials: toDescriptors(known) }),
      });
    },

    use: async (response, purpose, now) => {
      const known = await factors.findPasskey(response.id);
      if (!known) return undefined;
      const { id, publicKey, counter } = known;
      const credential = { id, publicKey, counter };
      const { verifyAuthenticationResponse } = await loadLibrary();
      const verified = await orUndefined(
        verifyAuthenticationResponse({ response, credential, ...toExpected(purpose, now) }),
      );
      if (!verified?.verified) return undefined;
      const { newCounter } = verified.authenticationInfo;
      return (await factors.takePasskey(known, newCounter, now)) ? known : undefined;
    },

    async askToAdd({ id, login, known }, purpose, now) {
      return (await loadLibrary()).generateRegistrationOptions({
        rpName: "Rollcall",
        rpID,
        userName: login,
        userID: Uint8Array.from(Buffer.from(id)),
        challenge: challenges.make(purpose, now),
        excludeCredentials: toDescriptors(known),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
    },

    read: async (response, purpose, now) => {
      const { verifyRegistrationResponse } = await loadLibrary();
      const verified = await orUndefined(
        verifyRegistrationResponse({ response, ...toExpected(purpose, now) }),
      );
      if (!verified?.verified) return undefined;
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
      return { id, publicKey, counter, transports };
    },
  };
}

/** A tenth of the whole start, and many never need it. */
function loadLibrary() {
  return import("@simplewebauthn/server");
}

function canHavePasskeys({ protocol, hostname }: URL): boolean {
  if (ipaddr.isValid(hostname.replace(/[[\]]/g, ""))) return false;
  return protocol === "https:" || /(^|\.)localhost$/.test(hostname);
}

function toDescriptors(known: readonly StoredPasskey[]) {
  return known.map(({ id, transports }) => ({ id, transports: [...transports] }));
}

/** The library throws plain errors for all that does not hold in what a browser sent. */
function orUndefined<Verified>(verifying: Promise<Verified>): Promise<Verified | undefined> {
  return verifying.catch(() => undefined);
}
