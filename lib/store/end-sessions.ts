import type { Prisma, PrismaClient } from "./generated/client";
import type { OnSessionsEnded } from "./session-endings";

export type EndedWhy =
  | "signed-out"
  | "removed"
  | "expired"
  | "password-changed"
  | "role-changed"
  | "disabled"
  | "deleted"
  /** The role allows no more at once. */
  | "too-many"
  | "factors-changed"
  /** What was missing came, and the person is signed in by another session. */
  | "completed"
  /** Too many wrong codes. */
  | "guessed";

export interface Ending {
  readonly endedAt: Date;
  readonly endedWhy: EndedWhy;
  /** Absent where it was nobody's wish. */
  readonly endedBy?: string | null;
}

/** For a transaction with what made it necessary; who ends them tells of it afterwards. */
export function endAllOf(
  client: Prisma.TransactionClient,
  user: { readonly login: string } | { readonly id: string },
  ending: Ending,
  which: Prisma.PanelSessionWhereInput = {},
) {
  return end(client, { ...which, user }, ending);
}

/** How many it has ended, of which it tells. */
export function createEnd(client: PrismaClient, tellEnded: OnSessionsEnded) {
  return async (which: Prisma.PanelSessionWhereInput, ending: Ending): Promise<number> => {
    const ended = await end(client, which, ending);
    tellEnded(ended);
    return ended.length;
  };
}

function end(
  { panelSession }: Prisma.TransactionClient,
  which: Prisma.PanelSessionWhereInput,
  ending: Ending,
) {
  return panelSession.updateManyAndReturn({
    where: { ...which, endedAt: null },
    data: ending,
    select: { id: true, tokenHash: true, endedWhy: true },
  });
}
