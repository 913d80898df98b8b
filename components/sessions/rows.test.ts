import fc from "fast-check";
import { expect, test } from "vitest";
import { createSorter, sortRows } from "./sort-rows";

test("what is unknown comes last in either direction", () => {
  const values = [null, "b", "a", null, "c"];
  expect(sortRows(values, (value) => value, "ascending")).toEqual(["a", "b", "c", null, null]);
  expect(sortRows(values, (value) => value, "descending")).toEqual(["c", "b", "a", null, null]);
});

test("numbers inside names are compared as numbers", () => {
  expect(sortRows(["web10", "Web2", "web1"], (value) => value, "ascending")).toEqual([
    "web1",
    "Web2",
    "web10",
  ]);
});

test("rows that are sorted again while some change, come and go stand as if sorted anew", () => {
  const value = fc.option(fc.integer({ min: 0, max: 5 }));
  const change = fc.record({ place: fc.nat(20), value, isGone: fc.boolean() });
  const changes = fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 });
  const direction = fc.constantFrom("ascending" as const, "descending" as const);
  fc.assert(
    fc.property(changes, direction, (steps, to) => {
      const sort = createSorter<Row>();
      let rows: readonly Row[] = [];
      for (const step of steps) {
        rows = step.reduce(afterChange, rows);
        const sorted = sort(rows, byValue, to);
        expect(new Set(sorted)).toEqual(new Set(rows));
        expect(sorted.map(byValue)).toEqual(sortRows(rows, byValue, to).map(byValue));
      }
    }),
  );
});

test("among equals a row that has changed stays where it was, and a new one comes last", () => {
  const sort = createSorter<Row>();
  const [one, two] = [rowOf("1", 5), rowOf("2", 5)];
  sort([one, two], byValue, "ascending");
  const changed = rowOf("1", 5);
  const later = rowOf("0", 5);
  expect(sort([later, two, changed], byValue, "ascending")).toEqual([changed, two, later]);
});

test("another order sorts all anew", () => {
  const sort = createSorter<Row>();
  const rows = [rowOf("1", 1), rowOf("2", 2), rowOf("3", null)];
  sort(rows, byValue, "ascending");
  expect(sort(rows, byValue, "descending").map(({ key }) => key)).toEqual(["2", "1", "3"]);
  expect(sort(rows, ({ key }) => -Number(key), "ascending").map(({ key }) => key)).toEqual([
    "3",
    "2",
    "1",
  ]);
});

interface Row {
  readonly key: string;
  readonly value: number | null;
}

interface Change {
  readonly place: number;
  readonly value: number | null;
  readonly isGone: boolean;
}

function rowOf(key: string, value: number | null): Row {
  return { key, value };
}

function byValue({ value }: Row): number | null {
  return value;
}

function afterChange(rows: readonly Row[], { place, value, isGone }: Change): readonly Row[] {
  const key = String(place);
  const others = rows.filter((row) => row.key !== key);
  return isGone ? others : [...others, rowOf(key, value)];
}
