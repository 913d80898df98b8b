import { type KnownUser, roleSchema } from "@/lib/sessions/user";
import type { Prisma, PrismaClient } from "./generated/client";
import { readSessionLimits } from "./session-limits";
import { signedInAt } from "./signed-in-at";

/** By login; nobody who was deleted. */
export async function listUsers(
  client: PrismaClient,
  now: Date,
  which: Prisma.UserWhereInput = {},
): Promise<readonly KnownUser[]> {
  const users = await client.user.findMany({
    where: { ...which, deletedAt: null },
    include: { owner: true, _count: { select: { passkeys: true } } },
    orderBy: { login: "asc" },
  });
  const counts = await countSessions(client, now);
  const signIns = await findLastSignIns(client);
  return users.map(({ id, login, name, email, owner, ...user }) => ({
    id,
    login,
    name,
    email,
    role: roleSchema.parse(user.role),
    ownerLogin: owner?.login ?? null,
    isViewer: user.isViewer,
    isDisabled: user.disabledAt !== null,
    hasPassword: user.passwordHash !== null,
    hasSecondFactor: user.totpSecret !== null || user._count.passkeys > 0,
    sessionCount: counts.get(id) ?? 0,
    lastSignInAt: signIns.get(id) ?? null,
  }));
}

async function countSessions(client: PrismaClient, now: Date) {
  const counted = await client.panelSession.groupBy({
    by: "userId",
    where: signedInAt(now, await readSessionLimits(client)),
    _count: true,
  });
  return new Map(counted.map(({ userId, _count }) => [userId, _count]));
}

async function findLastSignIns({ panelSession }: PrismaClient) {
  const found = await panelSession.groupBy({
    by: "userId",
    where: { pending: null },
    _max: { startedAt: true },
  });
  return new Map(found.map(({ userId, _max }) => [userId, _max.startedAt]));
}
