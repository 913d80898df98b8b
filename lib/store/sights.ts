import type { Role } from "@/lib/sessions/session";
import type { Sight } from "@/lib/sessions/sight";
import { roleSchema } from "@/lib/sessions/user";
import type { Prisma, PrismaClient } from "./generated/client";

interface Person {
  readonly userId: string;
  readonly login: string;
  readonly role: Role;
}

/** What people may see. */
export interface Sights {
  of(person: Person): Promise<"everything" | Sight>;
  /** Of the person whose panel session this is; undefined when there is none of that id. */
  ofSession(panelSessionId: string): Promise<"everything" | Sight | undefined>;
  /** Grows with every change of what anybody may see, whichever process made it. */
  version(): Promise<number>;
}

export function openSights(client: PrismaClient): Sights {
  const of = async ({ userId, login, role }: Person) => {
    switch (role) {
      case "server-administrator":
        return "everything";
      case "mailbox-owner":
        return { logins: new Set([login]), domains: null };
      case "customer":
        return readSight(client, login, [{ id: userId }]);
      case "reseller":
        return readSight(client, login, [
          { id: userId },
          { ownerId: userId, role: "customer", deletedAt: null },
        ]);
    }
  };
  return {
    of,

    ofSession: async (panelSessionId) => {
      const session = await client.panelSession.findUnique({
        where: { id: panelSessionId },
        select: { userId: true, user: { select: { login: true, role: true } } },
      });
      if (!session) return undefined;
      const { userId, user } = session;
      return of({ userId, login: user.login, role: roleSchema.parse(user.role) });
    },

    version: async () => (await client.sightVersion.findUnique({ where: { id } }))?.number ?? 0,
  };
}

/** For a transaction with what changes what anybody may see. Its number is to be told afterwards. */
export function countSightChange({ sightVersion }: Prisma.TransactionClient) {
  const update = { number: { increment: 1 } };
  return sightVersion.upsert({ where: { id }, create: { id, number: 1 }, update });
}

const id = 1;

/** Of these people the panel sessions, and of their domains the FTP sessions. */
async function readSight(
  { user }: PrismaClient,
  login: string,
  which: readonly Prisma.UserWhereInput[],
): Promise<Sight> {
  const people = await user.findMany({
    where: { OR: [...which] },
    select: { login: true, domains: { select: { plainName: true } } },
  });
  return {
    logins: new Set([login, ...people.map((person) => person.login)]),
    domains: new Set(people.flatMap(({ domains }) => domains.map(({ plainName }) => plainName))),
  };
}
