import type { AuditEntry } from "@/lib/sessions/audit-entry";
import { rollcallItself, toFact } from "@/lib/sessions/record";
import type { Audit } from "./audit";
import { toFormerLogin } from "./deleted-login";
import type { Prisma, PrismaClient } from "./generated/client";
import type { EndedSession } from "./session-endings";

export interface EndingRecord {
  /** For sessions whose rows say that they have ended. */
  note(ended: readonly EndedSession[]): void;
  /** Resolves when all that was noted is written, or owed. */
  settle(): Promise<void>;
}

/** Puts into the audit which panel sessions ended, why and by whose hand. */
export function createEndingRecord(
  { panelSession }: PrismaClient,
  { owe, tellTrouble }: Pick<Audit, "owe" | "tellTrouble">,
): EndingRecord {
  const underWay = new Set<Promise<void>>();
  const write = async (ids: readonly string[]) => {
    const where = { id: { in: [...ids] }, pending: null };
    const rows = await panelSession.findMany({ where, include: { user: true } });
    await owe(rows.map(toEndingFact));
  };
  return {
    note(ended) {
      if (ended.length === 0) return;
      const writing = write(ended.map(({ id }) => id))
        .catch(tellTrouble)
        .finally(() => underWay.delete(writing));
      underWay.add(writing);
    },
    settle: async () => {
      await Promise.all(underWay);
    },
  };
}

type EndedRow = Prisma.PanelSessionGetPayload<{ include: { user: true } }>;

function toEndingFact({ id, user, address, ...row }: EndedRow): AuditEntry {
  const { startedAt, endedAt, endedWhy, endedBy, userAgent } = row;
  const login = toFormerLogin(user.login);
  const on = { user: login, address };
  const detail = { session: id, why: endedWhy, startedAt: startedAt.toISOString(), userAgent };
  const self = { name: login, address };
  const by = endedBy === null ? rollcallItself : { name: endedBy, address: null };
  const fact =
    endedWhy === "signed-out"
      ? toFact({ event: "sign-out", by: self, ...on, detail })
      : toFact({ event: "panel-session.end", by, ...on, detail });
  return { ...fact, at: endedAt ?? fact.at };
}
