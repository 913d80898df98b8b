export interface Sort {
  readonly columnId: string;
  readonly direction: "ascending" | "descending";
}

export type SortValue = string | number | null;

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Stable; what is unknown comes last in either direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortValueOf: (row: Row) => SortValue,
  direction: Sort["direction"],
): readonly Row[] {
  const compare = toCompare(direction);
  return rows.toSorted((one, other) => compare(sortValueOf(one), sortValueOf(other)));
}

/** As `sortRows`, for rows that are sorted again and again while few of them change: only those look for their place. */
export function createSorter<Row extends { readonly key: string }>(): typeof sortRows<Row> {
  let last: Sorted<Row> | undefined;
  return (rows, sortValueOf, direction) => {
    const isSame = last?.sortValueOf === sortValueOf && last.direction === direction;
    const sorted = isSame && last ? sortAgain(last, rows) : sortRows(rows, sortValueOf, direction);
    last = { sorted, sortValueOf, direction };
    return sorted;
  };
}

interface Sorted<Row> {
  readonly sorted: readonly Row[];
  readonly sortValueOf: (row: Row) => SortValue;
  readonly direction: Sort["direction"];
}

/** Among equals, a row that has changed stays where it was, and a new one comes last. */
function sortAgain<Row extends { readonly key: string }>(
  { sorted, sortValueOf, direction }: Sorted<Row>,
  rows: readonly Row[],
): readonly Row[] {
  const compare = toCompare(direction);
  const unplaced = new Set(rows);
  const formerPlaces = new Map<string, number>();
  const kept = sorted.flatMap((row, place) => {
    if (unplaced.delete(row)) return [{ row, place }];
    formerPlaces.set(row.key, place);
    return [];
  });
  const moved = [...unplaced].map((row) => ({
    row,
    place: formerPlaces.get(row.key) ?? Number.POSITIVE_INFINITY,
  }));
  type Placed = (typeof kept)[number];
  const compareRows = (one: Placed, other: Placed) =>
    compare(sortValueOf(one.row), sortValueOf(other.row)) || compareNumbers(one.place, other.place);

  const merged: Row[] = [];
  let from = 0;
  for (const one of moved.toSorted(compareRows)) {
    const to = findPlace(kept, from, (other) => compareRows(other, one) <= 0);
    for (; from < to; from += 1) pushRow(merged, kept[from]);
    merged.push(one.row);
  }
  for (; from < kept.length; from += 1) pushRow(merged, kept[from]);
  return merged;
}

function pushRow<Row>(rows: Row[], placed: { readonly row: Row } | undefined): void {
  if (placed) rows.push(placed.row);
}

/** The first place from `from` on whose item does not come before; the items are in order. */
function findPlace<Item>(
  items: readonly Item[],
  from: number,
  isBefore: (item: Item) => boolean,
): number {
  let [low, high] = [from, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toCompare(direction: Sort["direction"]) {
  const sign = direction === "ascending" ? 1 : -1;
  return (left: SortValue, right: SortValue): number => {
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareKnown(left, right);
  };
}

function compareKnown(left: string | number, right: string | number): number {
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  return collator.compare(String(left), String(right));
}

/** Infinity has no difference to itself. */
function compareNumbers(left: number, right: number): number {
  return left === right ? 0 : left - right;
}
