import type { Role } from "@/lib/sessions/session";
import { ownerRoleOf, roleSchema, type UserDeleted } from "@/lib/sessions/user";
import type { Prisma } from "./generated/client";

/** By id from a page, which may be old: a login may be somebody else's by then. */
export type WhichUser = { readonly id: string } | { readonly login: string };

/** What decides whether a user may be changed. */
export interface UserFacts {
  readonly user: Prisma.UserGetPayload<{ include: typeof whatCounts }>;
  /** Nobody else is left who may act on everything. */
  readonly isLastAdministrator: boolean;
}

const whatCounts = {
  owner: true,
  owned: { orderBy: { login: "asc" } },
  domains: { orderBy: { name: "asc" } },
} as const;

/** Undefined also when it was deleted. */
export async function findUserFacts(
  tx: Prisma.TransactionClient,
  which: WhichUser,
): Promise<UserFacts | undefined> {
  const where = { ...which, deletedAt: null };
  const user = await tx.user.findFirst({ where, include: whatCounts });
  if (!user) return undefined;
  const [one, another] = await tx.user.findMany({
    where: { role: "server-administrator", isViewer: false, disabledAt: null },
    take: 2,
  });
  return { user, isLastAdministrator: one?.id === user.id && !another };
}

/** Null for nobody; undefined where none of that login may own a user of that role. */
export async function findOwnerId(
  { user }: Prisma.TransactionClient,
  role: Role,
  login: string | null,
): Promise<string | null | undefined> {
  if (login === null) return null;
  const ownerRole = ownerRoleOf(role);
  if (ownerRole === null) return undefined;
  return (await user.findFirst({ where: { login, role: ownerRole, deletedAt: null } }))?.id;
}

/** Why it may not take that role, or with null be deleted: of what it owns, what would have no fit owner. */
export function findHoldings(
  { owned, domains }: UserFacts["user"],
  role: Role | null,
): Extract<UserDeleted, { status: "owns" }> | undefined {
  const logins = owned
    .filter((each) => role === null || ownerRoleOf(roleSchema.parse(each.role)) !== role)
    .map(({ login }) => login);
  const mayHaveDomains = role === "customer" || role === "reseller";
  const names = mayHaveDomains ? [] : domains.map(({ name }) => name);
  if (logins.length === 0 && names.length === 0) return undefined;
  return { status: "owns", logins, domains: names };
}
