import type { ProofAnswer, ProofWays } from "@/lib/sessions/proof";
import { recordFact } from "@/lib/sessions/record";
import type { Store } from "@/lib/store/store";
import type { SignedInOperator } from "./auth";
import type { FactorChecks } from "./check-factor";
import type { FairQueue } from "./fair-queue";
import type { GivenProof } from "./given-proof";
import { createGuessBrake } from "./guess-brake";
import { noteActionRefused } from "./note-refusals";
import type { Passkeys } from "./passkeys";
import { isPassword } from "./password";

/** Lets a person who is signed in prove again who they are. */
export interface Proofs {
  findWays(operator: SignedInOperator): Promise<ProofWays>;
  askPasskey(operator: SignedInOperator, now: Date): ReturnType<Passkeys["askToUse"]>;
  prove(operator: SignedInOperator, given: GivenProof, now: Date): Promise<ProofAnswer>;
}

interface ProofParts {
  readonly checks: FactorChecks;
  readonly inTurn: FairQueue;
  readonly clock: () => number;
}

const busyRetrySeconds = 5;

export function openProofs(store: Store, { checks, inTurn, clock }: ProofParts): Proofs {
  // Whoever sits at a page that was left open has five tries.
  const brake = createGuessBrake({ clock });

  const check = async (
    { name, userId, panelSessionId }: SignedInOperator,
    given: GivenProof,
    now: Date,
  ): Promise<ProofAnswer> => {
    if (given.kind !== "password") {
      const answer = await checks.check(userId, given, toPurpose(panelSessionId), now);
      return answer.status === "right" ? { status: "proven" } : answer;
    }
    const user = await store.users.find(name);
    const isRight = await inTurn({ network: panelSessionId, isKnown: true }, () =>
      isPassword(given.password, user?.passwordHash ?? undefined),
    );
    if (isRight === "busy") return { status: "tooMany", retryAfterSeconds: busyRetrySeconds };
    return { status: isRight ? "proven" : "wrong" };
  };

  return {
    findWays: async ({ name, userId }) => {
      const user = await store.users.find(name);
      const { totpSecret, passkeys, backupCodesLeft } = await store.factors.find(userId);
      return {
        password: typeof user?.passwordHash === "string",
        code: totpSecret !== null || backupCodesLeft > 0,
        passkey: passkeys.length > 0 && checks.passkeys.arePossible,
      };
    },

    askPasskey: async ({ userId, panelSessionId }, now) => {
      const { passkeys } = await store.factors.find(userId);
      return checks.passkeys.askToUse(passkeys, toPurpose(panelSessionId), now);
    },

    prove: async (operator, given, now) => {
      const key = operator.panelSessionId;
      const retryAfterSeconds = brake.take(key);
      if (retryAfterSeconds > 0) return { status: "tooMany", retryAfterSeconds };
      const answer = await check(operator, given, now);
      if (answer.status === "proven") {
        brake.forget(key);
        const detail = { with: given.kind };
        await recordFact(store.audit, { event: "proof.give", by: operator, detail });
        await store.panelSessions.markProven(operator.panelSessionId, now);
      } else {
        if (answer.status !== "wrong") brake.giveBack(key);
        noteActionRefused(store.audit, operator, `proof by ${given.kind}: ${answer.status}`);
      }
      return answer;
    },
  };
}

function toPurpose(panelSessionId: string): string {
  return `prove ${panelSessionId}`;
}
