import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import { findRows } from "./find-rows";
import type { ShownRow } from "./roll-view";
import { createSorter, type Sort, sortRows } from "./sort-rows";

/** Which rows are looked for, and in what order. It stands in the address, so that a view can be sent to a colleague. */
export interface Arrangement {
  readonly search: string;
  /** Null is the order of the servers. */
  readonly sort: Sort | null;
  /** The values that are let through, by the id of their column; a column that is not named lets all through. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly hasServices: boolean;
}

export const plainArrangement: Arrangement = {
  search: "",
  sort: null,
  filters: {},
  hasServices: false,
};

/** Whether it hides rows that would be shown without it. */
export function isFinding({ search, filters }: Arrangement): boolean {
  return search.trim() !== "" || Object.values(filters).some((values) => values.length > 0);
}

export function arrangeRows<Kind extends Session>(
  rows: readonly ShownRow<Kind>[],
  columns: readonly Column<Kind>[],
  { search, sort, filters }: Arrangement,
  sortThem: typeof sortRows<ShownRow<Kind>> = sortRows,
): readonly ShownRow<Kind>[] {
  const found = findRows(filterRows(rows, columns, filters), columns, search);
  const column = sort && columns.find(({ id }) => id === sort.columnId);
  return column ? sortThem(found, column.sortBy, sort.direction) : found;
}

/** As `arrangeRows`, for a list that is arranged again at each change. */
export function createArranger<Kind extends Session>(): typeof arrangeRows<Kind> {
  const sorter = createSorter<ShownRow<Kind>>();
  return (rows, columns, arrangement) => arrangeRows(rows, columns, arrangement, sorter);
}

function filterRows<Kind extends Session>(
  rows: readonly ShownRow<Kind>[],
  columns: readonly Column<Kind>[],
  filters: Arrangement["filters"],
): readonly ShownRow<Kind>[] {
  const active = columns.flatMap(({ id, filter }) => {
    const values = new Set(filters[id]);
    return filter && values.size > 0 ? [{ filter, values }] : [];
  });
  if (active.length === 0) return rows;
  return rows.filter((row) =>
    active.every(({ filter, values }) => values.has(filter.valueOf(row) ?? "")),
  );
}
