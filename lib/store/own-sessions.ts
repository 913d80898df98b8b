import type { EndedOwnSession, OwnSession } from "@/lib/sessions/own-session";
import { createEnd } from "./end-sessions";
import type { PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import { readSessionLimits } from "./session-limits";
import { signedInAt } from "./signed-in-at";

const mostEnded = 10;

interface Person {
  readonly userId: string;
  readonly login: string;
}

interface Ending {
  readonly userId: string;
  /** The one that asks, which goes on. */
  readonly keptId: string;
  /** Of those of other people it takes no notice. */
  readonly ids: readonly string[];
  readonly by: string;
}

/** Where one person is and was signed in. */
export interface StoredOwnSessions {
  list(userId: string, now: Date): Promise<readonly Omit<OwnSession, "isThis">[]>;
  listEnded(user: Person): Promise<readonly EndedOwnSession[]>;
  /** Of one that is over: where nobody has ended it, by time. Undefined where its person signed out. */
  findEnding(tokenHash: string): Promise<Pick<EndedOwnSession, "endedWhy" | "endedBy"> | undefined>;
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

    listEnded: async ({ userId, login }) => {
      const found = await panelSession.findMany({
        where: { userId, pending: null, endedAt: { not: null } },
        select: { ...shown, endedAt: true, endedWhy: true, endedBy: true },
        orderBy: [{ endedAt: "desc" }, { id: "asc" }],
        take: mostEnded,
      });
      return found.flatMap(({ endedAt, endedBy, ...session }) =>
        endedAt === null ? [] : { ...session, endedAt, endedBy: toEndedBy(endedBy, login) },
      );
    },

    findEnding: async (tokenHash) => {
      const found = await panelSession.findFirst({
        where: { tokenHash, pending: null },
        select: { endedWhy: true, endedBy: true, user: { select: { login: true } } },
      });
      if (!found || found.endedWhy === "signed-out") return undefined;
      const { endedWhy, endedBy, user } = found;
      return { endedWhy: endedWhy ?? "expired", endedBy: toEndedBy(endedBy, user.login) };
    },

    end: ({ userId, keptId, ids, by }, now) => {
      const where = { userId, pending: null, id: { in: [...ids], not: keptId } };
      return endAndTell(where, { endedAt: now, endedWhy: "removed", endedBy: by });
    },
  };
}

function toEndedBy(by: string | null, login: string) {
  if (by === null) return null;
  return by === login ? "self" : "another";
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
