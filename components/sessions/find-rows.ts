import { showControls } from "@/components/format/show-controls";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { ShownRow } from "./merge-rows";

/** Rows in which every word of the search is found, in what the columns show as text. */
export function findRows<Kind extends Session>(
  rows: readonly ShownRow<Kind>[],
  columns: readonly Column<Kind>[],
  search: string,
): readonly ShownRow<Kind>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = [row.server, ...columns.map((column) => column.sortBy(row))]
      .filter((value) => typeof value === "string")
      .map(showControls)
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Services and listeners of Windows are nobody's sessions. */
export function isService({ session }: ShownRow<Session>): boolean {
  return session.kind === "terminal" && session.isService;
}
