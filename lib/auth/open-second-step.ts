import type { Pending, PendingSignIn } from "@/lib/store/pending-sign-ins";
import type { Store } from "@/lib/store/store";
import type { FactorAnswer, FactorChecks } from "./check-factor";
import type { Visitor } from "./client-address";
import { type Completed, completeSignIn } from "./complete-sign-in";
import type { GivenFactor } from "./given-proof";
import { createGuessBrake } from "./guess-brake";
import { noteSignInRefused } from "./note-refusals";
import type { Passkeys } from "./passkeys";
import { hashSecret } from "./secret";

type SecondStepAnswer = Completed | Exclude<FactorAnswer, { status: "right" }>;

/** For who has typed the right password. `secret` is that of the cookie, and opens nothing else. */
export interface SecondStep {
  find(secret: string, now: Date): Promise<WaitingSignIn | undefined>;
  /** Undefined for who has nothing to wait for. */
  askPasskey(secret: string, now: Date): Promise<AskedPasskey | undefined>;
  finish(
    secret: string,
    given: GivenFactor,
    visitor: Visitor,
    now: Date,
  ): Promise<SecondStepAnswer>;
}

type AskedPasskey = Awaited<ReturnType<Passkeys["askToUse"]>>;

interface WaitingSignIn {
  readonly login: string;
  readonly missing: Pending;
  readonly hasPasskey: boolean;
}

interface SecondStepParts {
  readonly checks: FactorChecks;
  readonly clock: () => number;
}

export function openSecondStep(store: Store, { checks, clock }: SecondStepParts): SecondStep {
  const brake = createGuessBrake({ clock });

  const findPending = async (secret: string, now: Date) => {
    const pending = await store.pendingSignIns.find(hashSecret(secret), now);
    return pending?.missing === "second-factor" ? pending : undefined;
  };

  /** After five wrong codes the sign-in is over. A passkey is nothing that anybody guesses. */
  const check = async (
    { id, userId }: PendingSignIn,
    given: GivenFactor,
    now: Date,
  ): Promise<FactorAnswer | { readonly status: "over" }> => {
    if (given.kind === "code" && brake.take(id) > 0) {
      await store.pendingSignIns.end(id, "guessed", now);
      return { status: "over" };
    }
    const answer = await checks.check(userId, given, toPurpose(id), now);
    if (answer.status === "tooManyCodes" || answer.status === "noKey") brake.giveBack(id);
    return answer;
  };

  return {
    find: async (secret, now) => {
      const pending = await store.pendingSignIns.find(hashSecret(secret), now);
      if (!pending) return undefined;
      const { login, missing, userId } = pending;
      const { passkeys } = await store.factors.find(userId);
      return { login, missing, hasPasskey: passkeys.length > 0 && checks.passkeys.arePossible };
    },

    askPasskey: async (secret, now) => {
      const pending = await findPending(secret, now);
      if (!pending) return undefined;
      const { passkeys } = await store.factors.find(pending.userId);
      return checks.passkeys.askToUse(passkeys, toPurpose(pending.id), now);
    },

    finish: async (secret, given, visitor, now) => {
      const pending = await findPending(secret, now);
      if (!pending) return { status: "over" };
      const answer = await check(pending, given, now);
      if (answer.status !== "right") {
        noteSignInRefused(store.audit, pending.login, visitor, `second factor: ${answer.status}`);
        return answer;
      }
      const signedInWith = `password+${answer.factor}` as const;
      return completeSignIn(store, pending, { signedInWith, visitor, now });
    },
  };
}

function toPurpose(pendingId: string): string {
  return `second step ${pendingId}`;
}
