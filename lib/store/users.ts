import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import { Prisma, type PrismaClient } from "./generated/client";
import { endAllOf } from "./panel-sessions";

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
  readonly passwordHash: string;
  readonly createdAt: Date;
}

export interface Users {
  hasAny(): Promise<boolean>;
  find(login: string): Promise<StoredUser | undefined>;
  /** The setup link is void from here on. */
  add(user: NewUser): Promise<"added" | "loginTaken" | "ownerUnknown">;
  /** Ends all sessions of that user. False when there is no such user. */
  changePassword(login: string, passwordHash: string, now: Date): Promise<boolean>;
  /** Ends all sessions of that user. False when there is no such user. */
  disable(login: string, now: Date): Promise<boolean>;
  /** False when there is no such user. */
  enable(login: string): Promise<boolean>;
}

const roleSchema = z.enum(roles);

/** `tellEnded` is called when panel sessions were ended. */
export function openUsers(client: PrismaClient, tellEnded: () => void): Users {
  const changeAndTell = async (...change: OfUser) => {
    const isChanged = await changeAndEnd(client, ...change);
    tellEnded();
    return isChanged;
  };
  return {
    hasAny: async () => (await client.user.findFirst({ select: { id: true } })) !== null,

    find: async (login) => {
      const user = await client.user.findUnique({ where: { login } });
      return user ? toStoredUser(user) : undefined;
    },

    add: async ({ ownerLogin, ...user }) => {
      const owner =
        ownerLogin === null ? null : await client.user.findUnique({ where: { login: ownerLogin } });
      if (ownerLogin !== null && !owner) return "ownerUnknown";
      try {
        await client.$transaction([
          client.user.create({ data: { ...user, ownerId: owner?.id ?? null } }),
          client.setupLink.deleteMany(),
        ]);
        return "added";
      } catch (error) {
        if (isTaken(error)) return "loginTaken";
        throw error;
      }
    },

    changePassword: (login, passwordHash, now) =>
      changeAndTell(login, { passwordHash }, { endedAt: now, endedWhy: "password-changed" }),

    disable: (login, now) =>
      changeAndTell(login, { disabledAt: now }, { endedAt: now, endedWhy: "disabled" }),

    enable: async (login) =>
      (await client.user.updateMany({ where: { login }, data: { disabledAt: null } })).count > 0,
  };
}

export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

type OfUser = readonly [
  login: string,
  change: Prisma.UserUpdateManyMutationInput,
  ending: Parameters<typeof endAllOf>[2],
];

async function changeAndEnd(
  client: PrismaClient,
  ...[login, change, ending]: OfUser
): Promise<boolean> {
  const [changed] = await client.$transaction([
    client.user.updateMany({ where: { login }, data: change }),
    endAllOf(client, { login }, ending),
  ]);
  return changed.count > 0;
}

function toStoredUser(user: Prisma.UserModel): StoredUser {
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
