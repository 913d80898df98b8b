import { type Reason, reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import { type CellWidth, countCells, findIndexOfCell, toCells } from "./display-cells";

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
  /** The cell after the last digit of every ID. */
  readonly idEnd: number;
}

const statusCells = 8;
const blank = 0x20;

/**
 * Cuts a table of any language and width. `idOffset` is the measured distance from the second name to
 * the ID's right edge, which a header must keep unless it is ASCII, whose cells are certain. Throws
 * `unreadable` rather than guess.
 */
export function parseTable(
  text: string,
  idOffset: number,
  widthOf: CellWidth,
): readonly TableRow[] {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => /[^ ]/.test(line));
  if (header === undefined) throw unreadable(reason("tableEmpty"));
  const layout = parseHeader(header, idOffset, widthOf);
  const rows = lines.map((line, index) => {
    const row = findRow(line, layout, widthOf);
    if (!row) throw unreadable(reason("rowOutOfColumns", { row: index + 1 }));
    return row;
  });
  if (rows.length === 0) throw unreadable(reason("tableWithoutRows"));
  if (new Set(rows.map((row) => row.id)).size < rows.length) {
    throw unreadable(reason("sameIds"));
  }
  return rows;
}

function parseHeader(header: string, idOffset: number, widthOf: CellWidth): TableLayout {
  const cells = toCells(header, widthOf);
  const secondNameStart = cells.findIndex(
    (_, at) => at > 2 && isText(cells[at]) && isBlank(cells[at - 1]) && isBlank(cells[at - 2]),
  );
  if (!isBlank(cells[0]) || isBlank(cells[1]) || secondNameStart < 0) {
    throw unreadable(reason("tableWithoutHeader"));
  }
  const idEnds = cells.flatMap((cell, at) =>
    at > 0 && cell === "D" && cells[at - 1] === "I" && isBlank(cells[at - 2]) && isEnd(cells, at)
      ? [at + 1]
      : [],
  );
  const measured = secondNameStart + idOffset + 1;
  const idEnd = idEnds[0] ?? measured;
  const isCertain = idEnd === measured || isAscii(header);
  if (!isCertain || idEnds.length > 1 || idEnd - 2 <= secondNameStart) {
    throw unreadable(reason("tableWithoutIds"));
  }
  return { secondNameStart, idEnd };
}

/** Spanish prints `ID.` */
function isEnd(cells: readonly string[], at: number): boolean {
  return isBlank(cells[at + 1]) || (cells[at + 1] === "." && isBlank(cells[at + 2]));
}

function findRow(line: string, layout: TableLayout, widthOf: CellWidth): TableRow | undefined {
  const cut = findCut(line, layout, widthOf);
  if (!cut || (line[0] !== ">" && line[0] !== " ")) return undefined;
  const { secondNameStart, idEnd } = cut;

  let idStart = idEnd;
  while (isDigit(line.charCodeAt(idStart - 1))) idStart -= 1;
  const digits = line.slice(idStart, idEnd);
  const id = Number(digits);
  // Of a longer number, or one that starts with a zero, a part belongs to something else.
  if (digits !== String(id) || line[idStart - 1] !== " ") return undefined;

  const statusStart = idEnd + 2;
  if (!line.startsWith("  ", idEnd) || isBlank(line[statusStart])) return undefined;

  // The last cell before the second name is a blank in every row; text there means moved columns.
  if (line[secondNameStart - 1] !== " ") return undefined;
  const firstName = trimBlanks(line.slice(1, secondNameStart));
  const secondName = trimBlanks(line.slice(secondNameStart, idStart));
  // Names start in the first cell of their column or are absent.
  if (firstName.startsWith(" ") || secondName.startsWith(" ")) return undefined;

  const afterId = splitAfterStatus(line.slice(statusStart), widthOf);
  if (!afterId) return undefined;
  return {
    isCurrent: line[0] === ">",
    firstName: firstName || null,
    secondName: secondName || null,
    id,
    ...afterId,
  };
}

/** The layout in string indexes of this line. */
function findCut(line: string, layout: TableLayout, widthOf: CellWidth): TableLayout | undefined {
  if (isAscii(line.slice(0, layout.idEnd))) return layout;
  const secondNameStart = findIndexOfCell(line, layout.secondNameStart, widthOf);
  const idEnd = findIndexOfCell(line, layout.idEnd, widthOf);
  return secondNameStart === undefined || idEnd === undefined
    ? undefined
    : { secondNameStart, idEnd };
}

/** A long state moves what follows. A word that begins within the state's cells may be part of it. */
function splitAfterStatus(
  text: string,
  widthOf: CellWidth,
): Pick<TableRow, "statusText" | "rest"> | undefined {
  const firstBlank = text.indexOf(" ");
  const end = firstBlank < 0 ? text.length : firstBlank;
  const statusText = text.slice(0, end);
  const rest = trimBlanks(text.slice(end + 1));
  // No state holds a digit: an ID stands there, moved by a name that is too long for its column.
  if (/\d/.test(statusText)) return undefined;
  if (rest === "" || rest.startsWith(" ")) return { statusText, rest: rest.trimStart() };
  return countCells(statusText, widthOf) + 1 < statusCells ? undefined : { statusText, rest };
}

/** Of blanks only: a name may end in a space that is not ASCII. */
function trimBlanks(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === blank) end -= 1;
  return text.slice(0, end);
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === " ";
}

function isText(cell: string | undefined): boolean {
  return cell !== undefined && cell !== " " && cell !== "";
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function unreadable(why: Reason): SourceError {
  return new SourceError("unreadable", reason("inTable", { why }));
}
