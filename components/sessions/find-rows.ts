import { showControls } from "@/components/format/show-controls";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { ShownRow } from "./roll-view";

/** Rows in which every word of the search is found, in what the columns show as text or say of it. */
export function findRows<Kind extends Session>(
  rows: readonly ShownRow<Kind>[],
  columns: readonly Column<Kind>[],
  search: string,
): readonly ShownRow<Kind>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = textOf(row, columns);
    return words.every((word) => text.includes(word));
  });
}

/** A row that has changed is another object, so its text is put together once. */
const texts = new WeakMap<object, string>();

function textOf<Kind extends Session>(
  row: ShownRow<Kind>,
  columns: readonly Column<Kind>[],
): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = [row.server, ...columns.flatMap((column) => textsOf(column, row))]
    .filter((value) => typeof value === "string")
    .map(showControls)
    .join("\n")
    .toLowerCase();
  texts.set(row, text);
  return text;
}

function textsOf<Kind extends Session>({ sortBy, alsoFoundBy }: Column<Kind>, row: ShownRow<Kind>) {
  return [sortBy(row), ...(alsoFoundBy?.(row) ?? [])];
}
