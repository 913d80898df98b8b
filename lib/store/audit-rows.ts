import { setImmediate as letOthersIn } from "node:timers/promises";
import { z } from "zod";
import type { PrismaClient } from "./generated/client";
import type { ReadRow } from "./verify-chain";

const atOnce = 250;
const text = z.string();
const seqSchema = z.union([z.number(), z.bigint().transform(Number)]);
const numberedSchema = z.looseObject({ seq: seqSchema });
const rowSchema = z.object({
  seq: seqSchema,
  at: text,
  event: text,
  phase: text,
  actId: text.nullable(),
  operator: text,
  operatorAddress: text.nullable(),
  server: text.nullable(),
  sourceId: text.nullable(),
  user: text.nullable(),
  address: text.nullable(),
  outcome: text.nullable(),
  reason: text.nullable(),
  detail: text,
  previousMac: text,
  mac: text,
});

/** All rows by number, as they are: what was put in by other hands may be anything. */
export async function* readRows(client: PrismaClient): AsyncIterable<readonly ReadRow[]> {
  if (!(await hasTable(client))) return;
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await client.$queryRaw<unknown[]>`
      SELECT * FROM "AuditEntry" WHERE "seq" > ${last} ORDER BY "seq" LIMIT ${atOnce}`;
    const rows = page.map(toReadRow);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.seq;
    // SQLite answers at once: without this, nobody else would have a turn until the end.
    await letOthersIn();
  }
}

/** Who removes all of it has removed every entry, which the known heads tell. */
async function hasTable(client: PrismaClient): Promise<boolean> {
  const found = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'AuditEntry'`;
  return found.length > 0;
}

function toReadRow(found: unknown): ReadRow {
  const row = rowSchema.safeParse(found);
  return row.success ? row.data : numberedSchema.parse(found);
}
