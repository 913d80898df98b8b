import { type FoundUsers, type KnownUser, roleSchema } from "@/lib/sessions/user";
import type { Prisma, PrismaClient } from "./generated/client";
import { readSessionLimits } from "./session-limits";
import { signedInAt } from "./signed-in-at";

const mostFound = 200;
const mostOwners = 500;

export async function findUsers(
  client: PrismaClient,
  search: string,
  now: Date,
): Promise<FoundUsers> {
  const contains = search.trim();
  const holds = { contains };
  const fields = [{ login: holds }, { name: holds }, { email: holds }, { owner: { login: holds } }];
  const which = contains === "" ? {} : { OR: fields };
  const { user } = client;
  const owners = await user.findMany({
    where: { role: { in: ["reseller", "customer"] }, deletedAt: null },
    orderBy: { login: "asc" },
    take: mostOwners,
  });
  return {
    users: await listUsers(client, now, { which, most: mostFound }),
    matching: await user.count({ where: { ...which, deletedAt: null } }),
    total: await user.count({ where: { deletedAt: null } }),
    owners: owners.map(({ login, role }) => ({ login, role: roleSchema.parse(role) })),
  };
}

interface Asked {
  readonly which?: Prisma.UserWhereInput;
  readonly most?: number;
}

/** By login; nobody who was deleted. */
export async function listUsers(
  client: PrismaClient,
  now: Date,
  { which = {}, most }: Asked = {},
): Promise<readonly KnownUser[]> {
  const users = await client.user.findMany({
    where: { ...which, deletedAt: null },
    include: { owner: true, _count: { select: { passkeys: true } } },
    orderBy: { login: "asc" },
    ...(most !== undefined && { take: most }),
  });
  const ids = users.map(({ id }) => id);
  const counts = await countSessions(client, ids, now);
  const signIns = await findLastSignIns(client, ids);
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

async function countSessions(client: PrismaClient, ids: string[], now: Date) {
  const counted = await client.panelSession.groupBy({
    by: "userId",
    where: { userId: { in: ids }, ...signedInAt(now, await readSessionLimits(client)) },
    _count: true,
  });
  return new Map(counted.map(({ userId, _count }) => [userId, _count]));
}

async function findLastSignIns({ panelSession }: PrismaClient, ids: string[]) {
  const found = await panelSession.groupBy({
    by: "userId",
    where: { userId: { in: ids }, pending: null },
    _max: { startedAt: true },
  });
  return new Map(found.map(({ userId, _max }) => [userId, _max.startedAt]));
}
