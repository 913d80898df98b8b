import { z } from "zod";
import type { PrismaClient } from "./generated/client";

/** How long a sign-in may wait for what is still missing. */
const lastsMs = { "second-factor": 5 * 60_000, enrolment: 15 * 60_000 } as const;

/** What is missing before the person is signed in: a second factor, or to set one up. */
export type Pending = keyof typeof lastsMs;

/** Who has typed the right password, and is not signed in yet. */
export interface PendingSignIn {
  readonly id: string;
  readonly userId: string;
  readonly login: string;
  readonly address: string;
  readonly missing: Pending;
}

export interface PendingSignIns {
  /** Undefined also when it has waited too long. */
  find(tokenHash: string, now: Date): Promise<PendingSignIn | undefined>;
  /** `completed`: the person is signed in, by another session. False when it had ended before. */
  end(id: string, endedWhy: "completed" | "guessed", now: Date): Promise<boolean>;
}

export function openPendingSignIns({ panelSession }: PrismaClient): PendingSignIns {
  return {
    find: async (tokenHash, now) => {
      const where = { tokenHash, endedAt: null, user: { disabledAt: null }, ...isPendingAt(now) };
      const found = await panelSession.findFirst({ where, include: { user: true } });
      if (!found) return undefined;
      const { id, userId, user, address } = found;
      return {
        id,
        userId,
        login: user.login,
        address,
        missing: pendingSchema.parse(found.pending),
      };
    },

    end: async (id, endedWhy, now) => {
      const where = { id, endedAt: null, pending: { not: null } };
      return (await panelSession.updateMany({ where, data: { endedAt: now, endedWhy } })).count > 0;
    },
  };
}

export function isPendingAt(now: Date) {
  return {
    OR: Object.entries(lastsMs).map(([pending, ms]) => ({
      pending,
      startedAt: { gt: new Date(now.getTime() - ms) },
    })),
  };
}

const pendingSchema = z.enum(["second-factor", "enrolment"]);
