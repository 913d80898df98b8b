import type { FactorAdded, TotpOffer } from "@/lib/sessions/account";
import { toSetTime } from "@/lib/sessions/steady-now";
import type { Store } from "@/lib/store/store";
import { createFactorRecord, toFactorChange } from "./factor-record";
import type { MadePasskey } from "./given-proof";
import type { AccountOwner, AccountParts } from "./open-account";
import type { Passkeys } from "./passkeys";
import { findTotpStep, toTotpUri } from "./totp";
import { createTotpOffers } from "./totp-offers";

export interface FactorAdding {
  offerTotp(owner: AccountOwner): TotpOffer;
  /** `code` is one that the app shows now. */
  addTotp(owner: AccountOwner, code: string, now: Date): Promise<FactorAdded>;
  askToAddPasskey(owner: AccountOwner, now: Date): ReturnType<Passkeys["askToAdd"]>;
  addPasskey(owner: AccountOwner, made: MadePasskey, name: string, now: Date): Promise<FactorAdded>;
}

type MakeBackupCodes = (owner: AccountOwner, now: Date) => Promise<readonly string[]>;

export function openFactorAdding(
  store: Store,
  { checks: { passkeys, totpSecrets }, clock }: AccountParts,
  makeBackupCodes: MakeBackupCodes,
): FactorAdding {
  const { factors } = store;
  const offers = createTotpOffers(clock);
  const onRecord = createFactorRecord(store);

  const afterAdding = async (isAdded: boolean, owner: AccountOwner, now: Date) => {
    if (!isAdded) return { status: "taken" } as const;
    const { backupCodesLeft } = await factors.find(owner.userId);
    const backupCodes = backupCodesLeft > 0 ? null : await makeBackupCodes(owner, now);
    return { status: "added", backupCodes } as const;
  };

  return {
    offerTotp: ({ name, panelSessionId }) => {
      const secret = offers.make(panelSessionId);
      return { secret, uri: toTotpUri(secret, name) };
    },

    addTotp: async (owner, code, now) => {
      const { userId, panelSessionId } = owner;
      const secret = offers.find(panelSessionId);
      const step = secret && findTotpStep(secret, code.replace(/\s/g, ""), toSetTime(now));
      if (!(secret && step)) return { status: "wrong" };
      const sealed = await totpSecrets.seal(userId, secret);
      if (!sealed) return { status: "noKey" };
      const isAdded = await onRecord(owner, "factor.add", "totp", () =>
        factors.setTotp(toFactorChange(owner, now), sealed, step),
      );
      offers.forget(panelSessionId);
      return afterAdding(isAdded, owner, now);
    },

    askToAddPasskey: async (owner, now) => {
      const { passkeys: known } = await factors.find(owner.userId);
      const user = { id: owner.userId, login: owner.name, known };
      return passkeys.askToAdd(user, toPurpose(owner), now);
    },

    addPasskey: async (owner, made, name, now) => {
      const read = await passkeys.read(made, toPurpose(owner), now);
      if (!read) return { status: "wrong" };
      const passkey = { ...read, name, userId: owner.userId, createdAt: now, lastUsedAt: null };
      const isAdded = await onRecord(owner, "factor.add", `passkey ${name}`, () =>
        factors.addPasskey(toFactorChange(owner, now), passkey),
      );
      return afterAdding(isAdded, owner, now);
    },
  };
}

function toPurpose({ panelSessionId }: AccountOwner): string {
  return `add ${panelSessionId}`;
}
