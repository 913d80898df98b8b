import type { ChainedEntry } from "@/lib/sessions/audit-entry";
import { Prisma, type PrismaClient } from "./generated/client";
import { toChainedEntry } from "./to-chained-entry";

export interface OpenIntents {
  /** Intents without an outcome: acts under way, and those that a crash cut short. */
  listOpen(): Promise<readonly ChainedEntry[]>;
  /** Those of these acts that have no outcome. */
  findOpen(actIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export function openIntents(client: PrismaClient): OpenIntents {
  return {
    async listOpen() {
      const found = await client.$queryRaw<{ seq: number }[]>`
        SELECT "seq" FROM "AuditEntry" AS intent WHERE ${isOpen}`;
      const seqs = found.map(({ seq }) => Number(seq));
      const rows = await client.auditEntry.findMany({ where: { seq: { in: seqs } } });
      return rows.flatMap((row) => toChainedEntry(row) ?? []);
    },

    async findOpen(actIds) {
      const found = await client.$queryRaw<{ actId: string }[]>`
        SELECT "actId" FROM "AuditEntry" AS intent
        WHERE "actId" IN (SELECT value FROM json_each(${JSON.stringify(actIds)})) AND ${isOpen}`;
      return new Set(found.map(({ actId }) => actId));
    },
  };
}

const isOpen = Prisma.sql`intent."phase" = 'intent' AND NOT EXISTS (SELECT 1 FROM "AuditEntry" AS other
  WHERE other."actId" = intent."actId" AND other."phase" = 'outcome')`;
