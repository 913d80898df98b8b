import { endAllOf } from "./end-sessions";
import type { FactorChange, FactorChanges } from "./factors";
import type { Prisma, PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import { isTaken } from "./users";

const noTotp = { totpSecret: null, totpLastStep: null };
const withoutFactor = { totpSecret: null, passkeys: { none: {} } };

export function openFactorChanges(client: PrismaClient, tellEnded: OnSessionsEnded): FactorChanges {
  const { user, passkey, backupCode } = client;
  const changeAndEnd = createChange(client, tellEnded);
  return {
    changePassword: (change, passwordHash) => {
      const where = { id: change.userId };
      const data = { passwordHash };
      return changeAndEnd(
        { ...change, endedWhy: "password-changed" },
        user.updateMany({ where, data }),
      );
    },

    setTotp: (change, totpSecret, totpLastStep) => {
      const where = { id: change.userId, totpSecret: null };
      return changeAndEnd(change, user.updateMany({ where, data: { totpSecret, totpLastStep } }));
    },

    addPasskey: async (change, { transports, publicKey, ...known }) => {
      const data = { ...known, publicKey, transports: JSON.stringify(transports) };
      try {
        return await changeAndEnd(change, passkey.createMany({ data }));
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    removeTotp: (change) => {
      const where = { id: change.userId, totpSecret: { not: null } };
      return changeAndEnd(change, user.updateMany({ where, data: noTotp }));
    },

    removePasskey: (change, id) =>
      changeAndEnd(change, passkey.deleteMany({ where: { id, userId: change.userId } })),

    removeAll: async (change) => {
      const { userId } = change;
      const where = { userId };
      await changeAndEnd(
        change,
        user.updateMany({ where: { id: userId }, data: noTotp }),
        passkey.deleteMany({ where }),
      );
    },

    replaceBackupCodes: async (change, codeHashes) => {
      const { userId } = change;
      await changeAndEnd(
        change,
        backupCode.deleteMany({ where: { userId } }),
        backupCode.createMany({ data: codeHashes.map((codeHash) => ({ codeHash, userId })) }),
      );
    },
  };
}

interface EndingChange extends FactorChange {
  readonly endedWhy?: "factors-changed" | "password-changed";
}
type Change = Prisma.PrismaPromise<{ readonly count: number }>;

/** False when the first of the changes found nothing to change. */
function createChange(client: PrismaClient, tellEnded: OnSessionsEnded) {
  return async (
    { userId, keptSessionId, now, by, endedWhy = "factors-changed" }: EndingChange,
    ...changes: readonly Change[]
  ): Promise<boolean> => {
    const kept = keptSessionId === null ? {} : { id: { not: keptSessionId } };
    const ending = { endedAt: now, endedWhy, endedBy: by ?? null };
    const [ended, changed] = await client.$transaction([
      endAllOf(client, { id: userId }, ending, kept),
      ...changes,
      // They stand in for a factor, and are none.
      client.backupCode.deleteMany({ where: { userId, user: withoutFactor } }),
    ]);
    tellEnded(ended);
    return changed !== undefined && changed.count > 0;
  };
}
