import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import type { Prisma, PrismaClient } from "./generated/client";

const idleMs = 30 * 60_000;
/** How long a session lasts, whatever its person does. */
export const panelSessionLastsMs = 12 * 60 * 60_000;

type EndedWhy = "signed-out" | "removed" | "expired" | "password-changed" | "disabled";

/** A session that is signed in: not ended, not idle for 30 minutes, not older than 12 hours, its user not disabled. */
export interface StoredPanelSession {
  readonly id: string;
  readonly login: string;
  /** The person's name. */
  readonly name: string | null;
  readonly role: Role;
  readonly address: string;
  /** Who connected: the browser, or the last proxy. Null where it was not written down. */
  readonly peerAddress: string | null;
  readonly userAgent: string | null;
  readonly startedAt: Date;
  readonly lastActiveAt: Date;
}

interface NewPanelSession {
  readonly tokenHash: string;
  readonly userId: string;
  /** The one that the password was compared with. */
  readonly passwordHash: string | null;
  readonly address: string;
  readonly peerAddress: string;
  readonly userAgent: string | null;
  readonly startedAt: Date;
}

export interface PanelSessions {
  /** False when the user was disabled or got another password in the meantime: nobody is signed in then. */
  start(session: NewPanelSession): Promise<boolean>;
  listSignedIn(now: Date): Promise<readonly StoredPanelSession[]>;
  findSignedIn(tokenHash: string, now: Date): Promise<StoredPanelSession | undefined>;
  isSignedIn(id: string, now: Date): Promise<boolean>;
  /** Those of these sessions that are signed in. */
  findSignedInIds(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** False when it has ended since. */
  markActive(id: string, now: Date): Promise<boolean>;
  /** Compares and ends in one step. False when no such session is signed in. */
  remove(
    session: { readonly id: string; readonly login: string; readonly startedAt: Date },
    now: Date,
  ): Promise<boolean>;
  signOut(tokenHash: string, now: Date): Promise<void>;
  /** Writes down the end of sessions that are over by age or idleness. */
  endExpired(now: Date): Promise<void>;
}

/** `tellEnded` is called when sessions were ended. */
export function openPanelSessions(client: PrismaClient, tellEnded: () => void): PanelSessions {
  const { panelSession } = client;
  const endAndTell = createEnd(client, tellEnded);
  return {
    start: async ({ passwordHash, ...session }) => {
      const { id } = await panelSession.create({
        data: { ...session, lastActiveAt: session.startedAt },
      });
      // Read after the write, so that of two at once one sees the other.
      const user = await client.user.findUnique({ where: { id: session.userId } });
      if (user && user.disabledAt === null && user.passwordHash === passwordHash) return true;
      const endedWhy = user?.disabledAt ? "disabled" : "password-changed";
      await endAndTell({ id }, { endedAt: session.startedAt, endedWhy });
      return false;
    },

    listSignedIn: async (now) => {
      const found = await panelSession.findMany({
        where: isSignedInAt(now),
        include: { user: true },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
      });
      return found.map(toStoredPanelSession);
    },

    findSignedIn: async (tokenHash, now) => {
      const found = await panelSession.findFirst({
        where: { tokenHash, ...isSignedInAt(now) },
        include: { user: true },
      });
      return found ? toStoredPanelSession(found) : undefined;
    },

    isSignedIn: async (id, now) =>
      (await panelSession.count({ where: { id, ...isSignedInAt(now) } })) > 0,

    findSignedInIds: async (ids, now) => {
      const where = { id: { in: [...ids] }, ...isSignedInAt(now) };
      const found = await panelSession.findMany({ where, select: { id: true } });
      return new Set(found.map(({ id }) => id));
    },

    markActive: async (id, now) => {
      const where = { id, endedAt: null };
      return (await panelSession.updateMany({ where, data: { lastActiveAt: now } })).count > 0;
    },

    remove: async ({ id, login, startedAt }, now) => {
      const alive = isSignedInAt(now);
      const where = { ...alive, id, startedAt, user: { ...alive.user, login } };
      return (await endAndTell(where, { endedAt: now, endedWhy: "removed" })) > 0;
    },

    signOut: async (tokenHash, now) => {
      await endAndTell({ tokenHash }, { endedAt: now, endedWhy: "signed-out" });
    },

    endExpired: async (now) => {
      const tooOld = { startedAt: { lte: earlier(now, panelSessionLastsMs) } };
      const tooIdle = { lastActiveAt: { lte: earlier(now, idleMs) } };
      await endAndTell({ OR: [tooOld, tooIdle] }, { endedAt: now, endedWhy: "expired" });
    },
  };
}

interface Ending {
  readonly endedAt: Date;
  readonly endedWhy: EndedWhy;
}

/** How many it has ended, of which it tells. */
function createEnd(client: PrismaClient, tellEnded: () => void) {
  return async (which: Prisma.PanelSessionWhereInput, ending: Ending): Promise<number> => {
    const { count } = await end(client, which, ending);
    if (count > 0) tellEnded();
    return count;
  };
}

/** For a transaction with what made it necessary. */
export function endAllOf(client: PrismaClient, login: string, ending: Ending) {
  return end(client, { user: { login } }, ending);
}

function end(client: PrismaClient, which: Prisma.PanelSessionWhereInput, ending: Ending) {
  return client.panelSession.updateMany({ where: { ...which, endedAt: null }, data: ending });
}

function isSignedInAt(now: Date) {
  return {
    endedAt: null,
    lastActiveAt: { gt: earlier(now, idleMs) },
    startedAt: { gt: earlier(now, panelSessionLastsMs) },
    user: { disabledAt: null },
  };
}

function earlier(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

const roleSchema = z.enum(roles);

function toStoredPanelSession(
  found: Prisma.PanelSessionGetPayload<{ include: { user: true } }>,
): StoredPanelSession {
  const { id, user, address, peerAddress, userAgent, startedAt, lastActiveAt } = found;
  const { login, name } = user;
  const role = roleSchema.parse(user.role);
  return { id, login, name, role, address, peerAddress, userAgent, startedAt, lastActiveAt };
}
