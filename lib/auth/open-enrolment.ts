import type { FactorAdded, TotpOffer } from "@/lib/sessions/account";
import type { Reason } from "@/lib/sessions/reason";
import type { Store } from "@/lib/store/store";
import type { Visitor } from "./client-address";
import { type Completed, completeSignIn } from "./complete-sign-in";
import type { MadePasskey } from "./given-proof";
import type { Account, AccountOwner } from "./open-account";
import type { Passkeys } from "./passkeys";
import { isEnoughAlone } from "./password-rules";
import { hashSecret } from "./secret";

/** What is done for a sign-in that waits; `over` where none does. */
type OrOver<Answer> = Answer | { readonly status: "over" };

interface EnrolmentState {
  readonly login: string;
  /** What there is to set up; null once there is a factor. */
  readonly offer: TotpOffer | null;
  readonly canHavePasskeys: boolean;
}

export interface PasswordRefusal {
  readonly status: "refused";
  readonly problem: Reason;
}

/** For who has typed a right password that is too short to stand alone, and has no second factor. */
export interface Enrolment {
  find(secret: string, now: Date): Promise<EnrolmentState | undefined>;
  addTotp(secret: string, code: string, now: Date): Promise<OrOver<FactorAdded>>;
  askToAddPasskey(
    secret: string,
    now: Date,
  ): Promise<Awaited<ReturnType<Passkeys["askToAdd"]>> | undefined>;
  addPasskey(
    secret: string,
    made: MadePasskey,
    name: string,
    now: Date,
  ): Promise<OrOver<FactorAdded>>;
  /** Signs in who has set up a factor. */
  finish(secret: string, visitor: Visitor, now: Date): Promise<Completed>;
  /** Takes a password that is long enough, and signs in. */
  finishWithPassword(
    secret: string,
    password: string,
    visitor: Visitor,
    now: Date,
  ): Promise<Completed | PasswordRefusal>;
}

const over = { status: "over" } as const;

export function openEnrolment(store: Store, account: Account): Enrolment {
  const findPending = async (secret: string, now: Date) => {
    const pending = await store.pendingSignIns.find(hashSecret(secret), now);
    if (pending?.missing !== "enrolment") return undefined;
    const { id, login, userId, address } = pending;
    const owner: AccountOwner = { name: login, address, userId, panelSessionId: id };
    return { pending, owner };
  };

  return {
    find: async (secret, now) => {
      const found = await findPending(secret, now);
      if (!found) return undefined;
      const { login, totp, passkeys, canHavePasskeys } = await account.look(found.owner);
      const hasFactor = totp !== null || passkeys.length > 0;
      const offer = hasFactor ? null : account.offerTotp(found.owner);
      return { login, offer, canHavePasskeys };
    },

    addTotp: async (secret, code, now) => {
      const found = await findPending(secret, now);
      return found ? account.addTotp(found.owner, code, now) : over;
    },

    askToAddPasskey: async (secret, now) => {
      const found = await findPending(secret, now);
      return found && account.askToAddPasskey(found.owner, now);
    },

    addPasskey: async (secret, made, name, now) => {
      const found = await findPending(secret, now);
      return found ? account.addPasskey(found.owner, made, name, now) : over;
    },

    finish: async (secret, visitor, now) => {
      const found = await findPending(secret, now);
      if (!found) return over;
      const { totp, passkeys } = await account.look(found.owner);
      if (totp === null && passkeys.length === 0) return over;
      const signedInWith = totp ? "password+totp" : "password+passkey";
      return completeSignIn(store, found.pending, { signedInWith, visitor, now });
    },

    finishWithPassword: async (secret, password, visitor, now) => {
      const found = await findPending(secret, now);
      if (!found) return over;
      const changed = await account.changePassword(found.owner, password, now);
      if (changed.status === "refused") return changed;
      // With a factor set up meanwhile, a shorter one was taken too.
      if (!isEnoughAlone(password)) return over;
      return completeSignIn(store, found.pending, { signedInWith: "password", visitor, now });
    },
  };
}
