import { setImmediate as letOthersIn } from "node:timers/promises";
import {
  type AuditFilter,
  type AuditPlace,
  type FoundEntries,
  type FoundEntry,
  hasIntents,
} from "@/lib/sessions/audit-search";
import type { AuditRow } from "./audit-chain";
import type { Prisma, PrismaClient } from "./generated/client";
import { openIntents } from "./open-intents";
import { toChainedEntry } from "./to-chained-entry";

const aPage = 100;
const atOnce = 250;

export interface AuditSearches {
  search(filter: AuditFilter, place: AuditPlace): Promise<FoundEntries>;
  /** All that match up to now, oldest first, some at a time. */
  readMatching(filter: AuditFilter): AsyncIterable<readonly FoundEntry[]>;
}

export function openAuditSearches(client: PrismaClient): AuditSearches {
  const { auditEntry } = client;
  return {
    async search(filter, place) {
      if (place.side === "after") {
        const [rows, hasNewer] = cut(await readShown(client, filter, place));
        return { entries: rows.toReversed().map(toFound), hasNewer, hasOlder: true };
      }
      const [rows, hasOlder] = cut(await readShown(client, filter, place));
      return { entries: rows.map(toFound), hasNewer: place.side === "before", hasOlder };
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

/** From the place on, until there are more than a page holds. */
async function readShown(client: PrismaClient, filter: AuditFilter, place: AuditPlace) {
  const { findOpen } = openIntents(client);
  const where = toWhere(filter);
  const shown: AuditRow[] = [];
  let from = place;
  while (shown.length <= aPage) {
    const rows = await client.auditEntry.findMany({
      where: { ...where, ...toSeqs(from) },
      orderBy: { seq: place.side === "after" ? "asc" : "desc" },
      take: aPage + 1,
    });
    const intents = rows.flatMap(({ phase, actId }) => (phase === "intent" && actId) || []);
    const open = hasIntents(filter) ? undefined : await findOpen(intents);
    shown.push(...rows.filter((row) => !open || isShown(row, open)));
    const last = rows.at(-1);
    if (!last || rows.length <= aPage) break;
    from = { side: place.side === "after" ? "after" : "before", seq: last.seq };
  }
  return shown;
}

function isShown({ phase, actId }: AuditRow, open: ReadonlySet<string>): boolean {
  return phase !== "intent" || actId === null || open.has(actId);
}

function toSeqs(place: AuditPlace): Prisma.AuditEntryWhereInput {
  if (place.side === "newest") return {};
  return { seq: place.side === "after" ? { gt: place.seq } : { lt: place.seq } };
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
