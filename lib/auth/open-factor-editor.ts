import type { FactorRemoved, WhichFactor } from "@/lib/sessions/account";
import type { StoredFactors } from "@/lib/store/factors";
import type { Store } from "@/lib/store/store";
import { hashBackupCode, newBackupCodes } from "./backup-codes";
import { createLastPasswordCheck } from "./check-last-password";
import { createFactorRecord, toFactorChange } from "./factor-record";
import { hasFactor } from "./has-factor";
import type { AccountOwner, AccountParts } from "./open-account";
import { type FactorAdding, openFactorAdding } from "./open-factor-adding";

/** The second factors of one person, and the backup codes that stand in for them. */
export interface FactorEditor extends FactorAdding {
  /** False when there is none. */
  renamePasskey(owner: AccountOwner, id: string, name: string): Promise<boolean>;
  /** `password`: needed where it is the last factor, for the password would be left alone. */
  removeFactor(
    owner: AccountOwner,
    which: WhichFactor,
    password: string | null,
    now: Date,
  ): Promise<FactorRemoved>;
  /** The earlier ones hold no longer. None for who has no factor that they could stand in for. */
  makeBackupCodes(owner: AccountOwner, now: Date): Promise<readonly string[]>;
}

export function openFactorEditor(store: Store, parts: AccountParts): FactorEditor {
  const { factors } = store;
  const whyLastStays = createLastPasswordCheck(store, parts);
  const onRecord = createFactorRecord(store);

  const makeBackupCodes = async (owner: AccountOwner, now: Date) => {
    const codes = newBackupCodes();
    const hashes = codes.flatMap((code) => hashBackupCode(code) ?? []);
    const areKept = await onRecord(owner, "backup-codes.make", null, () =>
      factors.replaceBackupCodes(toFactorChange(owner, now), hashes),
    );
    return areKept ? codes : [];
  };

  return {
    makeBackupCodes: async (owner, now) =>
      hasFactor(await factors.find(owner.userId)) ? makeBackupCodes(owner, now) : [],

    ...openFactorAdding(store, parts, makeBackupCodes),

    renamePasskey: (owner, id, name) =>
      onRecord(owner, "factor.rename", `passkey ${name}`, () =>
        factors.renamePasskey(owner.userId, id, name),
      ),

    removeFactor: async (owner, which, password, now) => {
      const known = await factors.find(owner.userId);
      const stays = isLast(known) ? await whyLastStays(owner, password) : undefined;
      if (stays) return stays;
      const change = toFactorChange(owner, now);
      const isRemoved = await onRecord(owner, "factor.remove", nameOf(which, known), () =>
        which.kind === "totp"
          ? factors.removeTotp(change)
          : factors.removePasskey(change, which.id),
      );
      return { status: isRemoved ? "removed" : "gone" };
    },
  };
}

function isLast({ totpSecret, passkeys }: StoredFactors): boolean {
  return (totpSecret === null ? 0 : 1) + passkeys.length === 1;
}

function nameOf(which: WhichFactor, { passkeys }: StoredFactors): string {
  if (which.kind === "totp") return "totp";
  return `passkey ${passkeys.find(({ id }) => id === which.id)?.name ?? ""}`;
}
