import { eastAsianWidth } from "get-east-asian-width";

/** How many cells of the console a character is taken to fill. */
export type CellWidth = (character: string) => number;

export const displayWidth: CellWidth = remembered((character) =>
  isCombining(character) ? 0 : eastAsianWidth(codePointOf(character)),
);

/** Ambiguous characters, such as Greek and Cyrillic letters, fill two cells on East Asian hosts. */
export const eastAsianDisplayWidth: CellWidth = remembered((character) =>
  isCombining(character) ? 0 : eastAsianWidth(codePointOf(character), { ambiguousAsWide: true }),
);

/** As a program counts that pads by UTF-16 units and not by what is seen. */
export const unitWidth: CellWidth = (character) => character.length;

/** Text that is not ASCII holds the same few characters again and again. */
export function remembered(widthOf: CellWidth): CellWidth {
  const widths = new Map<string, number>();
  return (character) => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    const width = widthOf(character);
    widths.set(character, width);
    return width;
  };
}

/** One entry a cell; the second cell of a wide character is empty, a combining mark joins the cell before it. */
export function toCells(line: string, widthOf: CellWidth): readonly string[] {
  const cells: string[] = [];
  for (const character of line) {
    const width = widthOf(character);
    if (width === 0 && cells.length > 0) {
      cells[cells.length - 1] += character;
    } else {
      cells.push(character);
      if (width === 2) cells.push("");
    }
  }
  return cells;
}

export function countCells(text: string, widthOf: CellWidth): number {
  let cells = 0;
  for (const character of text) cells += character <= "~" ? 1 : widthOf(character);
  return cells;
}

/** Where in the text a cell begins. Undefined where the text is too short or a character reaches across. */
export function findIndexOfCell(
  text: string,
  cell: number,
  widthOf: CellWidth,
): number | undefined {
  let index = 0;
  let cells = 0;
  for (const character of text) {
    const width = character <= "~" ? 1 : widthOf(character);
    if (cells >= cell && width > 0) break;
    cells += width;
    index += character.length;
  }
  return cells === cell ? index : undefined;
}

function isCombining(character: string): boolean {
  return /\p{Mn}|\p{Me}/u.test(character);
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
