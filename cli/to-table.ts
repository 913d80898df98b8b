import { showControls } from "@/components/format/show-controls";

type Row = Readonly<Record<string, unknown>>;

/** Rows under their column names. Names are other people's text: nothing in them moves the cursor. */
export function toTable(columns: readonly string[], rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => toCell(row[column])));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  return [columns, ...cells]
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function toCell(value: unknown): string {
  return value === null || value === undefined ? "-" : showControls(String(value));
}
