import { endAllOf } from "./end-sessions";
import type { FactorChange, FactorChanges } from "./factors";
import type { Prisma, PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import { isTaken } from "./users";

const noTotp = { totpSecret: null, totpLastStep: null };
const withoutFactor = { totpSecret: null, passkeys: { none: {} } };

export function openFactorChanges(client: PrismaClient, tellEnded: OnSessionsEnded): FactorChanges {
  const changeAndEnd = createChange(client, tellEnded);
  return {
    changePassword: (change, passwordHash) => {
      const where = { id: change.userId };
      const data = { passwordHash };
      return changeAndEnd({ ...change, endedWhy: "password-changed" }, ({ user }) =>
        user.updateMany({ where, data }),
      );
    },

    setTotp: (change, totpSecret, totpLastStep) => {
      const where = { id: change.userId, totpSecret: null };
      const data = { totpSecret, totpLastStep };
      return changeAndEnd(change, ({ user }) => user.updateMany({ where, data }));
    },

    addPasskey: async (change, { transports, publicKey, ...known }) => {
      const data = { ...known, publicKey, transports: JSON.stringify(transports) };
      try {
        return await changeAndEnd(change, ({ passkey }) => passkey.createMany({ data }));
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    removeTotp: (change) => {
      const where = { id: change.userId, totpSecret: { not: null } };
      return changeAndEnd(change, ({ user }) => user.updateMany({ where, data: noTotp }));
    },

    removePasskey: (change, id) =>
      changeAndEnd(change, ({ passkey }) =>
        passkey.deleteMany({ where: { id, userId: change.userId } }),
      ),

    removeAll: async (change) => {
      const { userId } = change;
      await changeAndEnd(change, async ({ user, passkey }) => {
        await passkey.deleteMany({ where: { userId } });
        return user.updateMany({ where: { id: userId }, data: noTotp });
      });
    },

    replaceBackupCodes: (change, codeHashes) => {
      const { userId } = change;
      return changeAndEnd(change, async ({ backupCode }) => {
        await backupCode.deleteMany({ where: { userId } });
        return backupCode.createMany({
          data: codeHashes.map((codeHash) => ({ codeHash, userId })),
        });
      });
    },
  };
}

interface EndingChange extends FactorChange {
  readonly endedWhy?: "factors-changed" | "password-changed";
}
type Change = (tx: Prisma.TransactionClient) => Promise<{ readonly count: number }>;

/** False when it found nothing to change, or the session that asked has ended: then nothing is done. */
function createChange(client: PrismaClient, tellEnded: OnSessionsEnded) {
  return async (
    { userId, keptSessionId, now, by, endedWhy = "factors-changed" }: EndingChange,
    change: Change,
  ): Promise<boolean> => {
    const { ended, isChanged } = await client.$transaction(async (tx) => {
      if (keptSessionId !== null && !(await isOpen(tx, keptSessionId))) return nothing;
      const kept = keptSessionId === null ? {} : { id: { not: keptSessionId } };
      const ending = { endedAt: now, endedWhy, endedBy: by ?? null };
      const endedNow = await endAllOf(tx, { id: userId }, ending, kept);
      const { count } = await change(tx);
      // They stand in for a factor, and are none.
      await tx.backupCode.deleteMany({ where: { userId, user: withoutFactor } });
      return { ended: endedNow, isChanged: count > 0 };
    });
    tellEnded(ended);
    return isChanged;
  };
}

const nothing = { ended: [], isChanged: false };

async function isOpen({ panelSession }: Prisma.TransactionClient, id: string): Promise<boolean> {
  return (await panelSession.count({ where: { id, endedAt: null } })) > 0;
}
