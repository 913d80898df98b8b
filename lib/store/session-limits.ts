import { z } from "zod";
import { type Role, roles } from "@/lib/sessions/session";
import {
  plainLimit,
  type SessionLimit,
  type SessionLimits,
  sessionLimitSchema,
} from "@/lib/sessions/session-limit";
import type { PrismaClient } from "./generated/client";

export interface StoredSessionLimits {
  read(): Promise<SessionLimits>;
  /** Holds for open sessions at once. What was over before stays over, also when the new limits are wider. */
  change(limits: SessionLimits, now: Date): Promise<void>;
}

export function openSessionLimits(
  client: PrismaClient,
  endExpired: (now: Date) => Promise<void>,
): StoredSessionLimits {
  return {
    read: () => readSessionLimits(client),

    change: async (limits, now) => {
      await endExpired(now);
      await client.$transaction(
        roles.map((role) => {
          const limit = limits[role];
          const where = { role };
          return client.sessionLimit.upsert({ where, create: { role, ...limit }, update: limit });
        }),
      );
      await endExpired(now);
    },
  };
}

const storedSchema = z.object({ role: z.enum(roles), ...sessionLimitSchema.shape });

export async function readSessionLimits({ sessionLimit }: PrismaClient): Promise<SessionLimits> {
  const rows = z.array(storedSchema).parse(await sessionLimit.findMany());
  const limitOf = (wanted: Role): SessionLimit => {
    const { role: _role, ...limit } = rows.find(({ role }) => role === wanted) ?? {
      role: wanted,
      ...plainLimit,
    };
    return limit;
  };
  return {
    "server-administrator": limitOf("server-administrator"),
    reseller: limitOf("reseller"),
    customer: limitOf("customer"),
    "mailbox-owner": limitOf("mailbox-owner"),
  };
}
