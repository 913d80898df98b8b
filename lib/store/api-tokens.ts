import { z } from "zod";
import type { PrismaClient } from "./generated/client";
import { isTaken } from "./users";

export const tokenRoles = ["viewer", "operator"] as const;
export type TokenRole = (typeof tokenRoles)[number];

export interface ApiToken {
  readonly name: string;
  readonly role: TokenRole;
  readonly createdAt: Date;
  /** Null: it lasts until it is removed. */
  readonly expiresAt: Date | null;
}

export interface ApiTokens {
  /** False when the name is taken. */
  add(token: ApiToken & { readonly tokenHash: string }): Promise<boolean>;
  /** By name. */
  list(): Promise<readonly ApiToken[]>;
  /** Undefined also when it has expired. */
  findValid(tokenHash: string, now: Date): Promise<ApiToken | undefined>;
  /** False when there is none of that name. */
  remove(name: string): Promise<boolean>;
}

export function openApiTokens(client: PrismaClient): ApiTokens {
  return {
    add: async (token) => {
      try {
        await client.apiToken.create({ data: token });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },

    list: async () =>
      (await client.apiToken.findMany({ orderBy: { name: "asc" } })).map(toApiToken),

    findValid: async (tokenHash, now) => {
      const found = await client.apiToken.findUnique({ where: { tokenHash } });
      if (!found || (found.expiresAt && found.expiresAt <= now)) return undefined;
      return toApiToken(found);
    },

    remove: async (name) => (await client.apiToken.deleteMany({ where: { name } })).count > 0,
  };
}

const apiTokenSchema = z.object({
  name: z.string(),
  role: z.enum(tokenRoles),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
});

function toApiToken(found: unknown): ApiToken {
  return apiTokenSchema.parse(found);
}
