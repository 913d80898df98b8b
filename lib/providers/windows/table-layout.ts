import { SourceError } from "@/lib/sessions/source-error";
import { displayWidth, toCellReadings, toCells } from "./display-cells";

/** A row of `query session` or `query user`, cut where Windows cut it. Empty cells are null. */
export interface TableRow {
  /** The `>`: the session the question came from. */
  readonly isCurrent: boolean;
  readonly firstName: string | null;
  readonly secondName: string | null;
  readonly id: number;
  readonly statusText: string;
  /** What stands after the state. */
  readonly rest: string;
}

/** Cells from 0. The header's words are translated, its cells are not moved. */
interface TableLayout {
  readonly secondNameStart: number;
  readonly idRightEdge: number;
}

/**
 * Cuts a table of any language and width. `idOffset` is the measured distance from the second name to
 * the ID's right edge, for headers whose `ID` is translated. Throws `unreadable` rather than guess.
 */
export function parseTable(text: string, idOffset: number): readonly TableRow[] {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (header === undefined) throw unreadable("it is empty");
  const layout = parseHeader(header, idOffset);
  const rows = lines.map((line, index) => parseRow(line, index + 1, layout));
  if (rows.length === 0) throw unreadable("it has no rows");
  if (new Set(rows.map((row) => row.id)).size < rows.length) {
    throw unreadable("two of its rows have the same ID");
  }
  return rows;
}

function parseHeader(header: string, idOffset: number): TableLayout {
  const cells = toCells(header, displayWidth);
  const secondNameStart = cells.findIndex(
    (_, at) => at > 2 && isText(cells[at]) && isBlank(cells[at - 1]) && isBlank(cells[at - 2]),
  );
  if (!isBlank(cells[0]) || isBlank(cells[1]) || secondNameStart < 0) {
    throw unreadable("its first line is not a header of column names");
  }
  const idRightEdges = cells.flatMap((cell, at) =>
    at > 0 && cell === "D" && cells[at - 1] === "I" && isBlank(cells[at - 2]) && isEnd(cells, at)
      ? [at]
      : [],
  );
  const idRightEdge = idRightEdges[0] ?? secondNameStart + idOffset;
  if (idRightEdges.length > 1 || idRightEdge - 1 <= secondNameStart) {
    throw unreadable("its header does not say where the ID column is");
  }
  return { secondNameStart, idRightEdge };
}

/** Spanish prints `ID.` */
function isEnd(cells: readonly string[], at: number): boolean {
  return isBlank(cells[at + 1]) || (cells[at + 1] === "." && isBlank(cells[at + 2]));
}

function parseRow(line: string, number: number, layout: TableLayout): TableRow {
  const readings = toCellReadings(line).flatMap((cells) => findRow(cells, layout) ?? []);
  const [row] = readings;
  if (!row) throw unreadable(`row ${number} has no ID below the ID of the header`);
  if (readings.some((other) => JSON.stringify(other) !== JSON.stringify(row))) {
    throw unreadable(`row ${number} can be read in more than one way`);
  }
  return row;
}

const statePattern = /^ {2}(\S+)(.*)$/su;

function findRow(cells: readonly string[], layout: TableLayout): TableRow | undefined {
  const { secondNameStart, idRightEdge } = layout;
  if (cells[0] !== ">" && cells[0] !== " ") return undefined;

  const idStart = cells.slice(0, idRightEdge + 1).findLastIndex((cell) => !isDigit(cell)) + 1;
  const id = cells.slice(idStart, idRightEdge + 1).join("");
  if (id === "" || !isBlank(cells[idStart - 1])) return undefined;

  const [, statusText, rest] = statePattern.exec(cells.slice(idRightEdge + 1).join("")) ?? [];
  if (statusText === undefined || rest === undefined) return undefined;

  // The last cell before the second name is a blank in every row; text there means moved columns.
  if (!isBlank(cells[secondNameStart - 1])) return undefined;
  const firstName = cells.slice(1, secondNameStart).join("");
  const secondName = cells.slice(secondNameStart, idStart).join("");
  if (!isAtStart(firstName) || !isAtStart(secondName)) return undefined;
  return {
    isCurrent: cells[0] === ">",
    firstName: firstName.trim() || null,
    secondName: secondName.trim() || null,
    id: Number(id),
    statusText,
    rest: rest.trim(),
  };
}

/** Names start in the first cell of their column or are absent. */
function isAtStart(column: string): boolean {
  return column.trim() === "" || !column.startsWith(" ");
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === " ";
}

function isText(cell: string | undefined): boolean {
  return cell !== undefined && cell !== " " && cell !== "";
}

function isDigit(cell: string): boolean {
  return cell >= "0" && cell <= "9" && cell.length === 1;
}

function unreadable(why: string): SourceError {
  return new SourceError("unreadable", `the table of sessions cannot be read: ${why}`);
}
