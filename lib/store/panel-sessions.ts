import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import type { Prisma, PrismaClient } from "./generated/client";
import { isPendingAt, type Pending } from "./pending-sign-ins";

const idleMs = 30 * 60_000;
/** How long a session lasts, whatever its person does. */
export const panelSessionLastsMs = 12 * 60 * 60_000;

export type EndedWhy =
  | "signed-out"
  | "removed"
  | "expired"
  | "password-changed"
  | "disabled"
  | "factors-changed"
  /** What was missing came, and the person is signed in by another session. */
  | "completed"
  /** Too many wrong codes. */
  | "guessed";

/** What the person proved who they are with. */
export type SignedInWith =
  | "password"
  | "password+totp"
  | "password+backup-code"
  | "password+passkey"
  | "passkey"
  | "openid";

/** A session that is signed in: nothing pending, not ended, not idle for 30 minutes, not older than 12 hours, its user not disabled. */
export interface StoredPanelSession {
  readonly id: string;
  readonly userId: string;
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
  /** When the person last proved who they are. */
  readonly provenAt: Date | null;
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
  readonly signedInWith: SignedInWith;
  /** Null: the person is signed in. */
  readonly pending: Pending | null;
}

export interface PanelSessions {
  /** False when the user was disabled or got another password in the meantime: nobody is signed in then. */
  start(session: NewPanelSession): Promise<boolean>;
  listSignedIn(now: Date): Promise<readonly StoredPanelSession[]>;
  findSignedIn(tokenHash: string, now: Date): Promise<StoredPanelSession | undefined>;
  isSignedIn(id: string, now: Date): Promise<boolean>;
  /** Those of these sessions that are signed in. */
  findSignedInIds(ids: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  /** The person has proved again who they are. False when the session has ended. */
  markProven(id: string, now: Date): Promise<boolean>;
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
    start: createStart(client, endAndTell),

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

    markProven: async (id, now) => {
      const where = { id, ...isSignedInAt(now) };
      return (await panelSession.updateMany({ where, data: { provenAt: now } })).count > 0;
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
      const tooLate = { pending: { not: null }, NOT: isPendingAt(now) };
      await endAndTell({ OR: [tooOld, tooIdle, tooLate] }, { endedAt: now, endedWhy: "expired" });
    },
  };
}

function createStart(
  { panelSession, user }: PrismaClient,
  end: ReturnType<typeof createEnd>,
): PanelSessions["start"] {
  return async ({ passwordHash, ...session }) => {
    const { startedAt, pending } = session;
    const provenAt = pending === null ? startedAt : null;
    const { id } = await panelSession.create({
      data: { ...session, lastActiveAt: startedAt, provenAt },
    });
    // Read after the write, so that of two at once one sees the other.
    const of = await user.findUnique({ where: { id: session.userId } });
    if (of && of.disabledAt === null && of.passwordHash === passwordHash) return true;
    const endedWhy = of?.disabledAt ? "disabled" : "password-changed";
    await end({ id }, { endedAt: startedAt, endedWhy });
    return false;
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
export function endAllOf(
  client: PrismaClient,
  user: { readonly login: string } | { readonly id: string },
  ending: Ending,
  which: Prisma.PanelSessionWhereInput = {},
) {
  return end(client, { ...which, user }, ending);
}

function end(client: PrismaClient, which: Prisma.PanelSessionWhereInput, ending: Ending) {
  return client.panelSession.updateMany({ where: { ...which, endedAt: null }, data: ending });
}

function isSignedInAt(now: Date) {
  return {
    endedAt: null,
    pending: null,
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
  const { user, ...session } = found;
  const { id, userId, address, peerAddress, userAgent, startedAt, lastActiveAt } = session;
  const { login, name } = user;
  const role = roleSchema.parse(user.role);
  const when = { startedAt, lastActiveAt, provenAt: session.provenAt };
  return { id, userId, login, name, role, address, peerAddress, userAgent, ...when };
}
