import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import { createEnd } from "./end-sessions";
import type { Prisma, PrismaClient } from "./generated/client";
import { isPendingAt } from "./pending-sign-ins";
import type { EndedSession, OnSessionsEnded } from "./session-endings";
import { readSessionLimits } from "./session-limits";
import { overAt, signedInAt } from "./signed-in-at";
import { type NewPanelSession, type Started, startPanelSession } from "./start-panel-session";

/** What the person proved who they are with. */
export type SignedInWith =
  | "password"
  | "password+totp"
  | "password+backup-code"
  | "password+passkey"
  | "passkey"
  | "openid";

/** A session that is signed in: nothing pending, not ended, not too old or idle for its role, its user not disabled. */
export interface StoredPanelSession {
  readonly id: string;
  readonly userId: string;
  readonly login: string;
  /** The person's name. */
  readonly name: string | null;
  readonly role: Role;
  readonly isViewer: boolean;
  readonly address: string;
  /** Who connected: the browser, or the last proxy. Null where it was not written down. */
  readonly peerAddress: string | null;
  readonly userAgent: string | null;
  readonly startedAt: Date;
  readonly lastActiveAt: Date;
  /** When the person last proved who they are. */
  readonly provenAt: Date | null;
}

interface RemovedSession {
  readonly id: string;
  readonly login: string;
  readonly startedAt: Date;
  /** Who wants it ended. */
  readonly by: string | null;
}

/** What ends sessions resolves when the rows say so and all who listen were told. */
export interface PanelSessions {
  /** Nobody is signed in where it does not say `started`. */
  start(session: NewPanelSession): Promise<Started>;
  listSignedIn(now: Date): Promise<readonly StoredPanelSession[]>;
  findSignedIn(tokenHash: string, now: Date): Promise<StoredPanelSession | undefined>;
  isSignedIn(id: string, now: Date): Promise<boolean>;
  /** Those of these sessions that are signed in. */
  findSignedInIds(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** Of these, by the hashes of the secrets in their cookies, those that have ended. */
  findEnded(tokenHashes: readonly string[]): Promise<readonly EndedSession[]>;
  /** The person has proved again who they are. False when the session has ended. */
  markProven(id: string, now: Date): Promise<boolean>;
  /** False when it has ended since. */
  markActive(id: string, now: Date): Promise<boolean>;
  /** Compares and ends in one step. False when no such session is signed in. */
  remove(session: RemovedSession, now: Date): Promise<boolean>;
  signOut(tokenHash: string, now: Date): Promise<void>;
  /** Writes down the end of sessions that are over by age or idleness. */
  endExpired(now: Date): Promise<void>;
}

export function openPanelSessions(client: PrismaClient, tellEnded: OnSessionsEnded): PanelSessions {
  const { panelSession } = client;
  const signedIn = (now: Date) => findSignedInAt(client, now);
  return {
    start: (session) => startPanelSession(client, session, tellEnded),

    listSignedIn: async (now) => {
      const found = await panelSession.findMany({
        where: await signedIn(now),
        include: { user: true },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      });
      return found.map(toStoredPanelSession);
    },

    findSignedIn: async (tokenHash, now) => {
      const found = await panelSession.findFirst({
        where: { tokenHash, ...(await signedIn(now)) },
        include: { user: true },
      });
      return found ? toStoredPanelSession(found) : undefined;
    },

    isSignedIn: async (id, now) =>
      (await panelSession.count({ where: { id, ...(await signedIn(now)) } })) > 0,

    findSignedInIds: async (ids, now) => {
      const where = { id: { in: [...ids] }, ...(await signedIn(now)) };
      const found = await panelSession.findMany({ where, select: { id: true } });
      return new Set(found.map(({ id }) => id));
    },

    findEnded: (tokenHashes) =>
      panelSession.findMany({
        where: { tokenHash: { in: [...tokenHashes] }, endedAt: { not: null } },
        select: { id: true, tokenHash: true, endedWhy: true },
      }),

    markProven: async (id, now) => {
      const where = { id, ...(await signedIn(now)) };
      return (await panelSession.updateMany({ where, data: { provenAt: now } })).count > 0;
    },

    markActive: async (id, now) => {
      const where = { id, endedAt: null };
      return (await panelSession.updateMany({ where, data: { lastActiveAt: now } })).count > 0;
    },

    ...openEnds(client, tellEnded),
  };
}

/** Reads the limits anew each time: another process may have changed them. */
async function findSignedInAt(client: PrismaClient, now: Date) {
  return signedInAt(now, await readSessionLimits(client));
}

type Ends = Pick<PanelSessions, "remove" | "signOut" | "endExpired">;

function openEnds(client: PrismaClient, tellEnded: OnSessionsEnded): Ends {
  const endAndTell = createEnd(client, tellEnded);
  return {
    remove: async ({ id, login, startedAt, by }, now) => {
      const where = { ...(await findSignedInAt(client, now)), id, startedAt, user: { login } };
      const ending = { endedAt: now, endedWhy: "removed", endedBy: by } as const;
      return (await endAndTell(where, ending)) > 0;
    },

    signOut: async (tokenHash, now) => {
      await endAndTell({ tokenHash }, { endedAt: now, endedWhy: "signed-out" });
    },

    endExpired: async (now) => {
      const over = overAt(now, await readSessionLimits(client));
      const tooLate = { pending: { not: null }, NOT: isPendingAt(now) };
      await endAndTell({ OR: [...over.OR, tooLate] }, { endedAt: now, endedWhy: "expired" });
    },
  };
}

const roleSchema = z.enum(roles);

function toStoredPanelSession(
  found: Prisma.PanelSessionGetPayload<{ include: { user: true } }>,
): StoredPanelSession {
  const { user, ...session } = found;
  const { id, userId, address, peerAddress, userAgent, startedAt, lastActiveAt } = session;
  const { login, name, isViewer } = user;
  const role = roleSchema.parse(user.role);
  const when = { startedAt, lastActiveAt, provenAt: session.provenAt };
  return { id, userId, login, name, role, isViewer, address, peerAddress, userAgent, ...when };
}
