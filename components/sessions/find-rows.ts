import { showControls } from "@/components/format/show-controls";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { ShownRow } from "./merge-rows";

/** Rows in which every word of the search is found, in what the columns show as text or say of it. */
export function findRows<Kind extends Session>(
  rows: readonly ShownRow<Kind>[],
  columns: readonly Column<Kind>[],
  search: string,
): readonly ShownRow<Kind>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = [row.server, ...columns.flatMap((column) => textsOf(column, row))]
      .filter((value) => typeof value === "string")
      .map(showControls)
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function textsOf<Kind extends Session>({ sortBy, alsoFoundBy }: Column<Kind>, row: ShownRow<Kind>) {
  return [sortBy(row), ...(alsoFoundBy?.(row) ?? [])];
}
