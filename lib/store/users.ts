import type { Role } from "@/lib/sessions/session";
import { type FoundUsers, type KnownUser, roleSchema } from "@/lib/sessions/user";
import { openUserChanges, type UserChanges } from "./change-user";
import { Prisma, type PrismaClient } from "./generated/client";
import { findUsers, listUsers } from "./list-users";
import type { OnSessionsEnded } from "./session-endings";
import type { SightChanges } from "./sight-changes";
import { countSightChange } from "./sights";
import { findOwnerId } from "./user-facts";

export interface StoredUser {
  readonly id: string;
  readonly login: string;
  readonly name: string | null;
  readonly role: Role;
  /** Null for who signs in by OpenID Connect alone. */
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
}

interface NewUser {
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly ownerLogin: string | null;
  readonly isViewer?: boolean;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

export interface Users extends UserChanges {
  hasAny(): Promise<boolean>;
  find(login: string): Promise<StoredUser | undefined>;
  /** Undefined also when it was deleted. */
  findKnown(id: string, now: Date): Promise<KnownUser | undefined>;
  /** Without those who were deleted. */
  count(): Promise<number>;
  /** All, by login. */
  list(now: Date): Promise<readonly KnownUser[]>;
  search(text: string, now: Date): Promise<FoundUsers>;
  /** The setup link is void from here on. `ownerUnfit`: nobody of that login has the right role. */
  add(user: NewUser): Promise<"added" | "loginTaken" | "ownerUnfit">;
  /** By the setup link, which works once: false, and nobody is added, where it is void. */
  addByLink(user: NewUser, linkHash: string): Promise<boolean>;
}

export function openUsers(
  client: PrismaClient,
  tellEnded: OnSessionsEnded,
  tellSight: SightChanges["tell"],
): Users {
  const { user } = client;
  return {
    ...openUserChanges(client, { tellEnded, tellSight }),

    hasAny: async () => (await user.findFirst({ select: { id: true } })) !== null,

    find: async (login) => {
      const found = await user.findUnique({ where: { login } });
      return found ? toStoredUser(found) : undefined;
    },

    findKnown: async (id, now) => (await listUsers(client, now, { which: { id } }))[0],

    count: () => user.count({ where: { deletedAt: null } }),

    list: (now) => listUsers(client, now),

    search: (text, now) => findUsers(client, text, now),

    add: async (added) => {
      try {
        const sight = await client.$transaction((tx) => addUser(tx, added));
        if (sight === "ownerUnfit") return sight;
        if (sight) await tellSight(sight);
        return "added";
      } catch (error) {
        if (isTaken(error)) return "loginTaken";
        throw error;
      }
    },

    addByLink: (added, tokenHash) =>
      client.$transaction(async (tx) => {
        const { count } = await tx.setupLink.deleteMany({ where: { tokenHash } });
        if (count > 0) await addUser(tx, added);
        return count > 0;
      }),
  };
}

/** Null where nobody sees more than before. */
async function addUser(tx: Prisma.TransactionClient, { ownerLogin, ...user }: NewUser) {
  const ownerId = await findOwnerId(tx, user.role, ownerLogin);
  if (ownerId === undefined) return "ownerUnfit";
  await tx.user.create({ data: { ...user, ownerId } });
  await tx.setupLink.deleteMany();
  return ownerId === null ? null : countSightChange(tx);
}

export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

export function toStoredUser(user: Prisma.UserModel): StoredUser {
  const { id, login, name, passwordHash } = user;
  return {
    id,
    login,
    name,
    role: roleSchema.parse(user.role),
    passwordHash,
    isDisabled: user.disabledAt !== null,
  };
}
