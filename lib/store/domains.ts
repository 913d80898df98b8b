import { z } from "zod";
import { type FtpAccountType, ftpAccountTypes, type Role, roles } from "@/lib/sessions/session";
import { Prisma, type PrismaClient } from "./generated/client";
import type { SightChanges } from "./sight-changes";
import { countSightChange } from "./sights";

interface StoredFtpAccount {
  readonly id: string;
  readonly login: string;
  /** Null: on every server. */
  readonly server: string | null;
  readonly type: FtpAccountType;
}

export interface StoredDomain {
  readonly id: string;
  readonly name: string;
  readonly plainName: string;
  readonly owner: DomainOwner;
  /** The first by login. */
  readonly accounts: readonly StoredFtpAccount[];
  readonly accountCount: number;
}

export interface DomainOwner {
  readonly id: string;
  readonly login: string;
  readonly role: Role;
}

/** Where a page begins and how long it is. */
interface Wanted {
  /** In the name, the owner's login or an account's; empty: all. */
  readonly search: string;
  readonly mostDomains: number;
  readonly mostAccounts: number;
}

export interface DomainRow extends Pick<StoredDomain, "id" | "name" | "plainName"> {
  readonly ownerId: string;
}

export interface FtpAccountRow extends StoredFtpAccount {
  readonly domainId: string;
}

/** Everything that one change writes, all of it or nothing. Old accounts go before new ones come. */
export interface DomainsChange {
  readonly added: readonly DomainRow[];
  readonly changed: readonly DomainRow[];
  /** To another owner. */
  readonly given: readonly { readonly ownerId: string; readonly ids: readonly string[] }[];
  readonly removedAccountIds: readonly string[];
  readonly addedAccounts: readonly FtpAccountRow[];
}

/** Domains, whose they are, and their FTP accounts. */
export interface Domains {
  /** By name. */
  find(
    wanted: Wanted,
  ): Promise<{ readonly domains: readonly StoredDomain[]; readonly found: number }>;
  count(): Promise<number>;
  /** Undefined when there is none of that id. */
  get(id: string): Promise<DomainRow | undefined>;
  listAll(): Promise<readonly DomainRow[]>;
  /** Each with the name of its domain. */
  listAccounts(): Promise<readonly (FtpAccountRow & { readonly domain: string })[]>;
  /** Customers and resellers, by login. */
  listOwners(): Promise<readonly DomainOwner[]>;
  /** `overtaken`: what it begins with was changed in the meantime, and nothing is written. */
  write(change: DomainsChange, now: Date): Promise<"written" | "overtaken">;
  /** With its accounts. False when there is none of that id. */
  remove(id: string): Promise<boolean>;
}

/** Each change is told to `changes`, and resolves when it has reached everything that is open. */
export function openDomains(client: PrismaClient, changes: SightChanges): Domains {
  return {
    ...openDomainLists(client),

    write: async (change, now) => {
      try {
        const [counted] = await client.$transaction([
          countSightChange(client),
          ...toWrites(client, change, now),
        ]);
        await changes.tell(counted);
        return "written";
      } catch (error) {
        if (isOvertaken(error)) return "overtaken";
        throw error;
      }
    },

    remove: async (id) => {
      const [removed, counted] = await client.$transaction([
        client.domain.deleteMany({ where: { id } }),
        countSightChange(client),
      ]);
      await changes.tell(counted);
      return removed.count > 0;
    },
  };
}

function openDomainLists(client: PrismaClient): Omit<Domains, "write" | "remove"> {
  return {
    find: async ({ search, mostDomains, mostAccounts }) => {
      const where = toWhere(search);
      const accounts = {
        take: mostAccounts,
        orderBy: byLogin,
      } as const;
      const include = { owner: true, accounts, _count: { select: { accounts: true } } };
      const [rows, found] = await client.$transaction([
        client.domain.findMany({
          where,
          include,
          take: mostDomains,
          orderBy: { plainName: "asc" },
        }),
        client.domain.count({ where }),
      ]);
      const domains = rows.map(({ _count, ...row }) => toDomain(row, _count.accounts));
      return { domains, found };
    },

    count: () => client.domain.count(),

    get: async (id) => (await client.domain.findUnique({ where: { id } })) ?? undefined,

    listAll: () => client.domain.findMany({ orderBy: { plainName: "asc" } }),

    listAccounts: async () => {
      const include = { domain: { select: { name: true } } };
      const rows = await client.ftpAccount.findMany({ include, orderBy: byLogin });
      return rows.map(({ domainId, domain, ...row }) => ({
        ...toAccount(row),
        domainId,
        domain: domain.name,
      }));
    },

    listOwners: async () => {
      const where = { role: { in: ["customer", "reseller"] }, deletedAt: null };
      const owners = await client.user.findMany({ where, orderBy: { login: "asc" } });
      return owners.map(toOwner);
    },
  };
}

function toWhere(search: string): Prisma.DomainWhereInput {
  if (search === "") return {};
  const contains = { contains: search };
  return {
    OR: [
      { name: contains },
      { plainName: contains },
      { owner: { login: contains } },
      { accounts: { some: { login: contains } } },
    ],
  };
}

/** Taken by another row, its row is gone, or the row it refers to. */
const overtakenCodes: ReadonlySet<string> = new Set(["P2002", "P2025", "P2003"]);

function isOvertaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && overtakenCodes.has(error.code);
}

const byLogin: Prisma.FtpAccountOrderByWithRelationInput[] = [{ login: "asc" }, { server: "asc" }];

/** SQLite takes so many values in one statement. */
const mostAtOnce = 10_000;

function toWrites({ domain, ftpAccount }: PrismaClient, change: DomainsChange, createdAt: Date) {
  const { added, changed, given, removedAccountIds, addedAccounts } = change;
  const select = { id: true } as const;
  return [
    domain.createMany({ data: added.map((row) => ({ ...row, createdAt })) }),
    ...changed.map(({ id, ...data }) => domain.update({ where: { id }, data, select })),
    ...given.flatMap(({ ids, ownerId }) =>
      toParts(ids).map((part) =>
        domain.updateMany({ where: { id: { in: [...part] } }, data: { ownerId } }),
      ),
    ),
    ...toParts(removedAccountIds).map((ids) =>
      ftpAccount.deleteMany({ where: { id: { in: [...ids] } } }),
    ),
    ftpAccount.createMany({
      data: addedAccounts.map((row) => ({ ...row, server: row.server ?? everyServer })),
    }),
  ];
}

function toParts(ids: readonly string[]): readonly (readonly string[])[] {
  const starts = Array.from(
    { length: Math.ceil(ids.length / mostAtOnce) },
    (_, part) => part * mostAtOnce,
  );
  return starts.map((start) => ids.slice(start, start + mostAtOnce));
}

/** As it is stored, so that no two accounts of one login are for every server. */
const everyServer = "";

const roleSchema = z.enum(roles);
const typeSchema = z.enum(ftpAccountTypes);

function toDomain(
  row: Prisma.DomainGetPayload<{ include: { owner: true; accounts: true } }>,
  accountCount: number,
): StoredDomain {
  const { id, name, plainName, owner, accounts } = row;
  return {
    id,
    name,
    plainName,
    owner: toOwner(owner),
    accounts: accounts.map(toAccount),
    accountCount,
  };
}

function toOwner({ id, login, role }: Prisma.UserModel): DomainOwner {
  return { id, login, role: roleSchema.parse(role) };
}

function toAccount({
  id,
  login,
  server,
  type,
}: Omit<Prisma.FtpAccountModel, "domainId">): StoredFtpAccount {
  return {
    id,
    login,
    server: server === everyServer ? null : server,
    type: typeSchema.parse(type),
  };
}
