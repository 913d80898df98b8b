import { eastAsianWidth } from "get-east-asian-width";

/** How many cells of the console a character is taken to fill. */
export type CellWidth = (character: string) => number;

export const displayWidth: CellWidth = (character) =>
  isCombining(character) ? 0 : eastAsianWidth(codePointOf(character));

/**
 * The other ways Windows may have padded a row: ambiguous characters fill two cells on East Asian
 * hosts, and single-byte code pages count a combining mark as one.
 */
const otherWidths: readonly CellWidth[] = [
  (character) =>
    isCombining(character) ? 0 : eastAsianWidth(codePointOf(character), { ambiguousAsWide: true }),
  () => 1,
];

/** The cells of a row in every way that Windows may have padded it, likeliest first. */
export function toCellReadings(line: string): readonly (readonly string[])[] {
  // In ASCII every way is the same.
  if (/^[ -~]*$/.test(line)) return [line.split("")];
  return [displayWidth, ...otherWidths].map((widthOf) => toCells(line, widthOf));
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

function isCombining(character: string): boolean {
  return /\p{Mn}|\p{Me}/u.test(character);
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
