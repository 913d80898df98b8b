import type { Store } from "@/lib/store/store";
import type { SignedIn, SignInRefusal } from "./auth";
import type { Visitor } from "./client-address";
import type { UsedPasskey } from "./given-proof";
import { noteSignInRefused } from "./note-refusals";
import type { Passkeys } from "./passkeys";
import { startSession } from "./start-session";

/** Signs in without a password: the passkey is something one has, and its device asks for the second factor. */
export interface PasskeyEntry {
  /** False where browsers know no passkeys at Rollcall's address. */
  readonly isPossible: boolean;
  ask(now: Date): ReturnType<Passkeys["askToUse"]>;
  enter(given: UsedPasskey, visitor: Visitor, now: Date): Promise<SignedIn | SignInRefusal>;
}

const wrong = { status: "wrong" } as const;
const purpose = "sign in";

export function openPasskeyEntry(store: Store, passkeys: Passkeys): PasskeyEntry {
  return {
    isPossible: passkeys.arePossible,

    ask: (now) => passkeys.askToUse(null, purpose, now),

    enter: async (given, visitor, now) => {
      const used = await passkeys.use(given, purpose, now);
      const user = used && (await store.users.find(used.login));
      // Who signs in through another service is let in by that alone: there, it may have ended.
      const mayEnter = user !== undefined && user.passwordHash !== null;
      const how = { signedInWith: "passkey", pending: null } as const;
      const outcome = mayEnter ? await startSession(store, user, { ...how, visitor, now }) : wrong;
      if (outcome.status !== "signedIn") {
        noteSignInRefused(store.audit, used?.login ?? "", visitor, `passkey: ${outcome.status}`);
      }
      return outcome;
    },
  };
}
