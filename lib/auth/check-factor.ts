import type { Env } from "@/lib/env";
import { toSetTime } from "@/lib/sessions/steady-now";
import type { Store } from "@/lib/store/store";
import { hashBackupCode } from "./backup-codes";
import type { GivenFactor } from "./given-proof";
import { createGuessBrake, monotonicClock } from "./guess-brake";
import { openPasskeys, type Passkeys } from "./passkeys";
import { findTotpStep } from "./totp";
import { openTotpSecrets, type TotpSecrets } from "./totp-secrets";

/** In 15 minutes. Three codes of a million hold at a time. */
const mostCodes = 10;

export type FactorAnswer =
  | { readonly status: "right"; readonly factor: "totp" | "backup-code" | "passkey" }
  | { readonly status: "wrong" }
  /** For six digits only: nobody guesses a backup code or a passkey, so these are always looked at. */
  | { readonly status: "tooManyCodes"; readonly retryAfterSeconds: number }
  /** The key file is missing, or another one. */
  | { readonly status: "noKey" };

export interface FactorChecks {
  readonly passkeys: Passkeys;
  readonly totpSecrets: TotpSecrets;
  check(userId: string, given: GivenFactor, purpose: string, now: Date): Promise<FactorAnswer>;
}

export function openFactorChecks(
  store: Store,
  { publicUrl, keyFile }: Pick<Env, "publicUrl" | "keyFile">,
  clock = monotonicClock,
): FactorChecks {
  const passkeys = openPasskeys(store, publicUrl);
  const totpSecrets = openTotpSecrets(keyFile);
  const brake = createGuessBrake({ most: mostCodes, clock });

  const checkTotp = async (userId: string, code: string, now: Date): Promise<FactorAnswer> => {
    const { totpSecret } = await store.factors.find(userId);
    if (!totpSecret) return { status: "wrong" };
    const retryAfterSeconds = brake.take(userId);
    if (retryAfterSeconds > 0) return { status: "tooManyCodes", retryAfterSeconds };
    const secret = await totpSecrets.unseal(userId, totpSecret);
    if (secret === undefined) return { status: "noKey" };
    const step = findTotpStep(secret, code, toSetTime(now));
    const isTaken = step !== undefined && (await store.factors.takeTotpStep(userId, step));
    if (!isTaken) return { status: "wrong" };
    brake.forget(userId);
    return { status: "right", factor: "totp" };
  };

  const checkBackupCode = async (userId: string, typed: string, now: Date) => {
    const hash = hashBackupCode(typed);
    return hash !== undefined && (await store.factors.takeBackupCode(userId, hash, now));
  };

  return {
    passkeys,
    totpSecrets,
    check: async (userId, given, purpose, now) => {
      if (given.kind === "passkey") {
        const used = await passkeys.use(given.response, purpose, now);
        return used?.userId === userId
          ? { status: "right", factor: "passkey" }
          : { status: "wrong" };
      }
      const digits = given.code.replace(/\s/g, "");
      if (/^\d{6}$/.test(digits)) return checkTotp(userId, digits, now);
      return (await checkBackupCode(userId, given.code, now))
        ? { status: "right", factor: "backup-code" }
        : { status: "wrong" };
    },
  };
}
