import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import {
  type CellWidth,
  displayWidth,
  eastAsianDisplayWidth,
  remembered,
  unitWidth,
} from "./display-cells";

/** As printed by `chcp`; null when it is not known. */
export type CodePage = number | null;

/** What the bytes of a table may say, and how its rows may be padded. */
export interface Reading {
  readonly text: string;
  readonly widthOf: CellWidth;
}

const utf8 = 65_001;

/** Keeps ASCII right, and one cell a byte, where the code page is not known. */
const fallback = 437;

export function isKnownCodePage(codePage: number): boolean {
  return codePage === utf8 || iconv.encodingExists(`cp${codePage}`);
}

/** `Active code page: 850`, in the words of any language. No East Asian character holds a digit's byte. */
export function parseCodePage(chcpOutput: Uint8Array): CodePage {
  const digits = Buffer.from(chcpOutput).toString("latin1").match(/\d+/g)?.at(-1);
  const codePage = Number(digits ?? Number.NaN);
  return isKnownCodePage(codePage) ? codePage : null;
}

/** What the bytes may say, likeliest first: a host set to UTF-8 may name its old code page. */
export function decodings(bytes: Uint8Array, codePage: CodePage): readonly string[] {
  const buffer = toBuffer(bytes);
  if (isAscii(buffer)) return [buffer.toString("latin1")];
  const inUtf8 = buffer.toString("utf8");
  if (codePage === utf8) return [inUtf8];
  const inCodePage = iconv.decode(buffer, encodingOf(codePage));
  return isUtf8(buffer) ? [inUtf8, inCodePage] : [inCodePage];
}

/**
 * Every way to read a table, likeliest first; one that is wrong does not keep the columns. In a code
 * page a character fills as many cells as it has bytes. How Windows pads in UTF-8 is known for
 * characters of one certain width only. Bytes that are valid UTF-8 although `chcp` says otherwise are
 * read in that one way, and not in the code page, in which the columns of any bytes could be kept.
 */
export function tableReadings(
  bytes: Uint8Array,
  codePage: CodePage,
  isCertain: boolean,
): readonly Reading[] {
  const buffer = toBuffer(bytes);
  if (isAscii(buffer)) return [{ text: buffer.toString("latin1"), widthOf: displayWidth }];
  if (codePage === utf8 || (isUtf8(buffer) && !isCertain)) {
    const text = buffer.toString("utf8");
    const isToldOtherwise = codePage !== utf8 && codePage !== null;
    const widths = isToldOtherwise
      ? [displayWidth]
      : [displayWidth, eastAsianDisplayWidth, unitWidth];
    return widths.map((widthOf) => ({ text, widthOf }));
  }
  const encoding = encodingOf(codePage);
  return [{ text: iconv.decode(buffer, encoding), widthOf: byteWidth(encoding) }];
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function encodingOf(codePage: CodePage): string {
  return `cp${codePage ?? fallback}`;
}

const byteWidths = new Map<string, CellWidth>();

function byteWidth(encoding: string): CellWidth {
  const known = byteWidths.get(encoding);
  if (known) return known;
  const widthOf = remembered((character) => iconv.encode(character, encoding).length);
  byteWidths.set(encoding, widthOf);
  return widthOf;
}
