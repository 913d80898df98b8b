"use client";

import {
  type ColumnDef,
  columnVisibilityFeature,
  type ReactTable,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { ShownRow } from "./roll-view";
import type { Screen } from "./use-screen";

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
export type ColumnFeatures = typeof features;
export type ColumnTable<Kind extends Session> = ReactTable<ColumnFeatures, ShownRow<Kind>>;

/**
 * Which columns there are and how they sort. It is given the rows in sight only, in their order: the
 * rows of a whole roll come sorted and filtered, for its row models make 100,000 rows anew at each change.
 */
export function useColumnTable<Kind extends Session>(
  { allColumns, columns, arrangement, arrange }: Screen<Kind>,
  rows: readonly ShownRow<Kind>[],
): ColumnTable<Kind> {
  const defs = useMemo(() => allColumns.map(toDef), [allColumns]);
  const columnVisibility = useMemo(() => {
    const visible = new Set(columns.map(({ id }) => id));
    return Object.fromEntries(allColumns.map(({ id }) => [id, visible.has(id)]));
  }, [allColumns, columns]);
  const { sort } = arrangement;
  const sorting = useMemo(
    () => (sort ? [{ id: sort.columnId, desc: sort.direction === "descending" }] : []),
    [sort],
  );
  return useTable({
    features,
    data: rows,
    columns: defs,
    getRowId: ({ key }) => key,
    state: { columnVisibility, sorting },
    manualSorting: true,
    sortDescFirst: false,
    onSortingChange(change) {
      const [next] = typeof change === "function" ? change(sorting) : change;
      const direction = next?.desc ? "descending" : "ascending";
      arrange({ sort: next ? { columnId: next.id, direction } : null });
    },
  });
}

function toDef<Kind extends Session>(
  column: Column<Kind>,
): ColumnDef<ColumnFeatures, ShownRow<Kind>> {
  return { id: column.id, header: column.title, accessorFn: column.sortBy };
}
