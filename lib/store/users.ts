import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import { type Ending, endAllOf } from "./end-sessions";
import { Prisma, type PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";
import type { SightChanges } from "./sight-changes";
import { countSightChange } from "./sights";

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

export function openUsers(
  client: PrismaClient,
  tellEnded: OnSessionsEnded,
  sightChanges: SightChanges,
): Users {
  const changeAndEnd = async (
    login: string,
    data: Prisma.UserUpdateManyMutationInput,
    ending: Ending,
  ) => {
    const [changed, ended] = await client.$transaction([
      client.user.updateMany({ where: { login }, data }),
      endAllOf(client, { login }, ending),
    ]);
    tellEnded(ended);
    return changed.count > 0;
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
        const [counted] = await client.$transaction([
          countSightChange(client),
          client.user.create({ data: { ...user, ownerId: owner?.id ?? null } }),
          client.setupLink.deleteMany(),
        ]);
        await sightChanges.tell(counted);
        return "added";
      } catch (error) {
        if (isTaken(error)) return "loginTaken";
        throw error;
      }
    },

    changePassword: (login, passwordHash, now) =>
      changeAndEnd(login, { passwordHash }, { endedAt: now, endedWhy: "password-changed" }),

    disable: (login, now) =>
      changeAndEnd(login, { disabledAt: now }, { endedAt: now, endedWhy: "disabled" }),

    enable: async (login) =>
      (await client.user.updateMany({ where: { login }, data: { disabledAt: null } })).count > 0,
  };
}

export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
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
