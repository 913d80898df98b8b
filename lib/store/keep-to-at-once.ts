import type { SessionLimit } from "@/lib/sessions/session-limit";
import { Prisma, type PrismaClient } from "./generated/client";
import type { EndedSession } from "./session-endings";
import { aliveAt } from "./signed-in-at";

interface Newcomer {
  readonly id: string;
  readonly userId: string;
  readonly now: Date;
  /** Of the session whose place it takes. */
  readonly replacedHash: string | null;
}

/**
 * Ends what is one session too many for its user: the new one, or those that began first. For the
 * transaction that makes the new one signed in, so that of two at once the second sees the first.
 */
export function keepToAtOnce(
  client: PrismaClient,
  { id, userId, now, replacedHash }: Newcomer,
  { atOnce, ...limit }: SessionLimit,
) {
  if (atOnce === null) return [];
  const { startedAfter, activeAfter } = aliveAt(now, { atOnce, ...limit });
  const others = Prisma.sql`"userId" = ${userId} AND "id" <> ${id} AND "tokenHash" <> ${replacedHash ?? ""}
    AND "endedAt" IS NULL AND "pending" IS NULL
    AND "startedAt" > ${startedAfter} AND "lastActiveAt" > ${activeAfter}`;
  const ending = Prisma.sql`UPDATE "PanelSession" SET "endedAt" = ${now}, "endedWhy" = 'too-many'`;
  const ended = Prisma.sql`RETURNING "id", "tokenHash", "endedWhy"`;
  switch (limit.whenFull) {
    case "refuse":
      return [
        client.$queryRaw<EndedSession[]>`${ending} WHERE "id" = ${id} AND "endedAt" IS NULL
          AND (SELECT count(*) FROM "PanelSession" WHERE ${others}) >= ${atOnce} ${ended}`,
      ];
    case "end-oldest":
      return [
        client.$queryRaw<EndedSession[]>`${ending} WHERE ${others} AND "id" NOT IN (SELECT "id"
          FROM "PanelSession" WHERE ${others} ORDER BY "startedAt" DESC, "id" DESC LIMIT ${atOnce - 1})
          ${ended}`,
      ];
  }
}
