import { z } from "zod";
import { openFactorChanges } from "./change-factors";
import type { Prisma, PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";

export interface StoredPasskey {
  /** As the authenticator gave it. */
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface StoredFactors {
  /** Sealed. */
  readonly totpSecret: Uint8Array<ArrayBuffer> | null;
  readonly totpLastStep: number | null;
  /** By name. */
  readonly passkeys: readonly StoredPasskey[];
  readonly backupCodesLeft: number;
}

/** Whose password or factors change. Every other session of that user ends with it. */
export interface FactorChange {
  readonly userId: string;
  /** The session that asked; null where nobody is signed in to ask. */
  readonly keptSessionId: string | null;
  readonly now: Date;
  /** Who wants it, where it is not the user. */
  readonly by?: string;
}

/** The second factors of users. What is taken is taken once, also by two at the same moment. */
export interface Factors extends FactorChanges {
  find(userId: string): Promise<StoredFactors>;
  findPasskey(id: string): Promise<(StoredPasskey & { readonly login: string }) | undefined>;

  /** False when this time step, or a later one, was taken before. */
  takeTotpStep(userId: string, step: number): Promise<boolean>;
  takeBackupCode(userId: string, codeHash: string, now: Date): Promise<boolean>;
  /** False when it was used or removed since it was read. */
  takePasskey(read: StoredPasskey, counter: number, now: Date): Promise<boolean>;
  /** False when there is none. */
  renamePasskey(userId: string, id: string, name: string): Promise<boolean>;
}

/** Nothing is done, and false answered, when the session that asked has ended by then. */
export interface FactorChanges {
  changePassword(change: FactorChange, passwordHash: string): Promise<boolean>;
  /** False when there is one. `step` is the one that confirmed it. */
  setTotp(change: FactorChange, sealed: Uint8Array<ArrayBuffer>, step: number): Promise<boolean>;
  /** False when the authenticator is known. */
  addPasskey(change: FactorChange, passkey: StoredPasskey): Promise<boolean>;
  /** False when there is none, as the next. */
  removeTotp(change: FactorChange): Promise<boolean>;
  removePasskey(change: FactorChange, id: string): Promise<boolean>;
  removeAll(change: FactorChange): Promise<void>;
  replaceBackupCodes(change: FactorChange, codeHashes: readonly string[]): Promise<boolean>;
}

export function openFactors(client: PrismaClient, tellEnded: OnSessionsEnded): Factors {
  const { user, passkey, backupCode } = client;
  return {
    ...openFactorChanges(client, tellEnded),

    find: async (id) => {
      const found = await user.findUniqueOrThrow({
        where: { id },
        select: {
          totpSecret: true,
          totpLastStep: true,
          passkeys: { orderBy: [{ name: "asc" }, { createdAt: "asc" }] },
          _count: { select: { backupCodes: { where: { usedAt: null } } } },
        },
      });
      const { totpSecret, totpLastStep, passkeys, _count } = found;
      const known = { totpSecret, totpLastStep, backupCodesLeft: _count.backupCodes };
      return { ...known, passkeys: passkeys.map(toStoredPasskey) };
    },

    findPasskey: async (id) => {
      const where = { id, user: { disabledAt: null, deletedAt: null } };
      const found = await passkey.findFirst({ where, include: { user: true } });
      return found ? { ...toStoredPasskey(found), login: found.user.login } : undefined;
    },

    takeTotpStep: async (id, step) => {
      const isLater = [{ totpLastStep: null }, { totpLastStep: { lt: step } }];
      const where = { id, totpSecret: { not: null }, OR: isLater };
      return (await user.updateMany({ where, data: { totpLastStep: step } })).count > 0;
    },

    takeBackupCode: async (userId, codeHash, now) => {
      const where = { userId, codeHash, usedAt: null };
      return (await backupCode.updateMany({ where, data: { usedAt: now } })).count > 0;
    },

    takePasskey: async (read, counter, now) => {
      const where = { id: read.id, counter: read.counter };
      const data = { counter, lastUsedAt: now };
      return (await passkey.updateMany({ where, data })).count > 0;
    },

    renamePasskey: async (userId, id, name) =>
      (await passkey.updateMany({ where: { userId, id }, data: { name } })).count > 0,
  };
}

const transportsSchema = z.array(z.string());

function toStoredPasskey({ transports, counter, ...known }: Prisma.PasskeyModel): StoredPasskey {
  const { id, userId, name, publicKey, createdAt, lastUsedAt } = known;
  const rest = { id, userId, name, publicKey, createdAt, lastUsedAt };
  return {
    ...rest,
    counter: Number(counter),
    transports: transportsSchema.parse(JSON.parse(transports)),
  };
}
