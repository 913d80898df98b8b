import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditFinding, KnownHead } from "@/lib/sessions/audit-finding";
import { rollcallItself, toFact } from "@/lib/sessions/record";
import { type AuditRow, chain, macOf, noEntry, toAuditKey } from "./audit-chain";
import { type ReadRow, verifyChain } from "./verify-chain";

const key = toAuditKey(randomBytes(32));
const otherKey = toAuditKey(randomBytes(32));

function toEntries(texts: readonly string[]) {
  return texts.map((user) => toFact({ event: "settings.change", by: rollcallItself, user }));
}

async function* inPages(rows: readonly ReadRow[]) {
  for (let start = 0; start < rows.length; start += 3) yield rows.slice(start, start + 3);
}

function verify(rows: readonly ReadRow[], heads: readonly KnownHead[] = []) {
  return verifyChain(inPages(rows), heads, key);
}

function headOf(rows: readonly AuditRow[]): KnownHead {
  const { seq, mac } = rows.at(-1) ?? noEntry;
  return { seq, mac, from: "the log" };
}

/** A chain of two and more, and a place in it. */
const chains = fc
  .array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 12 })
  .chain((texts) =>
    fc.record({
      rows: fc.constant(chain(toEntries(texts), noEntry, key)),
      place: fc.nat({ max: texts.length - 1 }),
    }),
  );

const columns = [
  ...["at", "event", "phase", "actId", "operator", "operatorAddress", "server", "sourceId"],
  ...["user", "address", "outcome", "reason", "detail", "previousMac", "mac"],
];

describe("a chain", () => {
  it("holds as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(chains, async ({ rows }) => {
        const { seq, mac } = headOf(rows);
        const finding = { status: "holds", head: { seq, mac }, isHeadKnown: true };
        expect(await verify(rows, [headOf(rows)])).toEqual(finding);
      }),
    );
    expect(await verify([])).toEqual({ status: "holds", head: null, isHeadKnown: false });
  });

  it("tells one change of any column, or of its kind, as altered, and where", async () => {
    const values = fc.option(fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(
        chains,
        fc.constantFrom(...columns),
        values,
        async (given, column, value) => {
          const { rows, place } = given;
          const row = rows[place];
          fc.pre(row !== undefined && Reflect.get(row, column) !== value);
          const changed = rows.map((one, index) =>
            index === place ? { ...one, [column]: value } : one,
          );
          expect(await verify(changed)).toEqual({ status: "altered", seq: place + 1 });
          const broken = rows.map((one, index) => (index === place ? { seq: one.seq } : one));
          expect(await verify(broken)).toEqual({ status: "altered", seq: place + 1 });
        },
      ),
    );
  });

  it("tells removed entries as missing, and cut ones as cut off where a head is known", async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat({ max: 3 }), async ({ rows, place }, more) => {
        const left = rows.filter((_, index) => index < place || index > place + more);
        const through = Math.min(place + more + 1, rows.length);
        const known = headOf(rows);
        const finding: AuditFinding =
          through < rows.length
            ? { status: "missing", seq: place + 1, through }
            : { status: "cutOff", seq: place + 1, known };
        expect(await verify(left, [known])).toEqual(finding);
      }),
    );
  });

  it("tells two that changed places, and one that was given the number of a removed one", async () => {
    await fc.assert(
      fc.asyncProperty(chains, async ({ rows, place }) => {
        const [one, next] = [rows[place], rows[place + 1]];
        fc.pre(one !== undefined && next !== undefined);
        const swapped = rows.map((row, index) => {
          if (index === place) return { ...next, seq: one.seq };
          return index === place + 1 ? { ...one, seq: next.seq } : row;
        });
        expect(await verify(swapped)).toEqual({ status: "altered", seq: place + 1 });
        const closed = rows
          .filter((_, index) => index !== place)
          .map((row, index) => ({ ...row, seq: index + 1 }));
        expect(await verify(closed, [headOf(rows)])).toMatchObject({ seq: place + 1 });
      }),
    );
  });

  it("tells a chain rewritten with the key by a head that was known, and one with another key at once", async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat({ max: 5 }), async ({ rows, place }, more) => {
        const before = rows.slice(0, place);
        const others = toEntries(Array.from({ length: rows.length - place + more }, () => "other"));
        const known = headOf(rows);
        const rewritten = [...before, ...chain(others, before.at(-1) ?? noEntry, key)];
        expect(await verify(rewritten, [known])).toEqual({
          status: "rewritten",
          seq: known.seq,
          known,
        });
        expect(await verify(rewritten)).toMatchObject({ status: "holds", isHeadKnown: false });
        const foreign = [...before, ...chain(others, before.at(-1) ?? noEntry, otherKey)];
        const status = others.length > 1 ? "foreign" : "altered";
        expect(await verify(foreign, [known])).toEqual({ status, seq: place + 1 });
      }),
    );
  });

  it("tells entries of another chain with the same key", async () => {
    const rows = chain(toEntries(["a", "b", "c", "d"]), noEntry, key);
    const other = chain(toEntries(["e", "f", "g", "h"]), noEntry, key);
    const spliced = [...rows.slice(0, 2), ...other.slice(2)];
    expect(await verify(spliced)).toEqual({ status: "foreign", seq: 3 });
  });

  it("tells what was altered at its end from another key, where a head is known", async () => {
    const rows = chain(toEntries(["a", "b", "c"]), noEntry, key);
    const altered = rows.map((row) => (row.seq > 1 ? { ...row, user: "nobody" } : row));
    expect(await verify(altered, [headOf(rows)])).toEqual({ status: "altered", seq: 2 });
  });

  it("tells null from empty, and one column from the next", () => {
    const [row] = chain(toEntries(["x"]), noEntry, key);
    if (!row) throw new Error("no row");
    const macs = [
      macOf({ ...row, server: null, sourceId: "" }, key),
      macOf({ ...row, server: "", sourceId: null }, key),
      macOf({ ...row, server: "a", sourceId: "b" }, key),
      macOf({ ...row, server: "ab", sourceId: "" }, key),
    ];
    expect(new Set(macs).size).toBe(4);
  });
});
