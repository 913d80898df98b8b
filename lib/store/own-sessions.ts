import type { EndedOwnSession, OwnSession } from "@/lib/sessions/own-session";
import { createEnd } from "./end-sessions";
import type { PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import { readSessionLimits } from "./session-limits";
import { signedInAt } from "./signed-in-at";

const mostEnded = 10;

interface Ending {
  readonly userId: string;
  /** The one that asks, which goes on. */
  readonly keptId: string;
  /** Of others it takes no notice. */
  readonly ids: readonly string[] | "all";
  readonly by: string;
}

/** Where one person is and was signed in. */
export interface StoredOwnSessions {
  list(userId: string, now: Date): Promise<readonly Omit<OwnSession, "isThis">[]>;
  listEnded(userId: string): Promise<readonly EndedOwnSession[]>;
  /** How many it has ended. */
  end(ending: Ending, now: Date): Promise<number>;
}

export function openOwnSessions(
  client: PrismaClient,
  tellEnded: OnSessionsEnded,
): StoredOwnSessions {
  const { panelSession } = client;
  const endAndTell = createEnd(client, tellEnded);
  return {
    list: async (userId, now) =>
      panelSession.findMany({
        where: { userId, ...signedInAt(now, await readSessionLimits(client)) },
        select: shown,
        orderBy: [{ startedAt: "desc" }, { id: "asc" }],
      }),

    listEnded: async (userId) => {
      const found = await panelSession.findMany({
        where: { userId, pending: null, endedAt: { not: null } },
        select: { ...shown, endedAt: true, endedWhy: true, endedBy: true },
        orderBy: [{ endedAt: "desc" }, { id: "asc" }],
        take: mostEnded,
      });
      return found.flatMap(({ endedAt, ...session }) =>
        endedAt === null ? [] : { ...session, endedAt },
      );
    },

    end: ({ userId, keptId, ids, by }, now) => {
      const which = ids === "all" ? {} : { in: [...ids] };
      const where = { userId, pending: null, id: { ...which, not: keptId } };
      return endAndTell(where, { endedAt: now, endedWhy: "removed", endedBy: by });
    },
  };
}

const shown = {
  id: true,
  address: true,
  peerAddress: true,
  userAgent: true,
  signedInWith: true,
  startedAt: true,
  lastActiveAt: true,
} as const;
