import { setImmediate as letOthersIn } from "node:timers/promises";
import type {
  AuditFilter,
  AuditPlace,
  FoundEntries,
  FoundEntry,
} from "@/lib/sessions/audit-search";
import type { AuditRow } from "./audit-chain";
import type { Prisma, PrismaClient } from "./generated/client";
import { toChainedEntry } from "./to-chained-entry";

const aPage = 100;
const atOnce = 250;

export interface AuditSearches {
  search(filter: AuditFilter, place: AuditPlace): Promise<FoundEntries>;
  /** All that match up to now, oldest first, some at a time. */
  readMatching(filter: AuditFilter): AsyncIterable<readonly FoundEntry[]>;
}

export function openAuditSearches({ auditEntry }: PrismaClient): AuditSearches {
  return {
    async search(filter, place) {
      const where = toWhere(filter);
      if (place.side === "after") {
        const [rows, hasNewer] = cut(
          await auditEntry.findMany({
            where: { ...where, seq: { gt: place.seq } },
            orderBy: { seq: "asc" },
            take: aPage + 1,
          }),
        );
        return { entries: rows.toReversed().map(toFound), hasNewer, hasOlder: true };
      }
      const isBefore = place.side === "before";
      const [rows, hasOlder] = cut(
        await auditEntry.findMany({
          where: { ...where, ...(isBefore ? { seq: { lt: place.seq } } : {}) },
          orderBy: { seq: "desc" },
          take: aPage + 1,
        }),
      );
      return { entries: rows.map(toFound), hasNewer: isBefore, hasOlder };
    },

    async *readMatching(filter) {
      const where = toWhere(filter);
      const end = await auditEntry.findFirst({ where, orderBy: { seq: "desc" } });
      let last = 0;
      while (end && last < end.seq) {
        const rows = await auditEntry.findMany({
          where: { ...where, seq: { gt: last, lte: end.seq } },
          orderBy: { seq: "asc" },
          take: atOnce,
        });
        const lastRow = rows.at(-1);
        if (!lastRow) return;
        last = lastRow.seq;
        yield rows.map(toFound);
        // SQLite answers at once: without this, nobody else would have a turn until the end.
        await letOthersIn();
      }
    },
  };
}

function cut<Row>(rows: readonly Row[]): readonly [readonly Row[], boolean] {
  return [rows.slice(0, aPage), rows.length > aPage];
}

function toWhere(filter: AuditFilter): Prisma.AuditEntryWhereInput {
  const { user, address, server, event, from, to, act } = filter;
  const all: Prisma.AuditEntryWhereInput[] = [];
  if (user) all.push({ OR: [{ operator: { contains: user } }, { user: { contains: user } }] });
  if (address) {
    const contains = { contains: address };
    all.push({ OR: [{ operatorAddress: contains }, { address: contains }] });
  }
  if (server) all.push({ server: { contains: server } });
  if (event) all.push({ event });
  if (from) all.push({ at: { gte: from } });
  // Behind every time that begins so.
  if (to) all.push({ at: { lt: `${to}~` } });
  if (act) all.push({ actId: act });
  return { AND: all };
}

function toFound(row: AuditRow): FoundEntry {
  return { seq: row.seq, entry: toChainedEntry(row) ?? null };
}
