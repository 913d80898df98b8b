import iconv from "iconv-lite";

/** As printed by `chcp`; null when it is not known. */
export type CodePage = number | null;

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

/**
 * What the bytes may say, likeliest first. A host set to UTF-8 may name its old code page, so valid
 * UTF-8 is tried first; a table read wrongly does not keep its columns, which decides between them.
 */
export function decodings(bytes: Uint8Array, codePage: CodePage): readonly string[] {
  const buffer = Buffer.from(bytes);
  const asUtf8 = buffer.toString("utf8");
  const isUtf8 = !asUtf8.includes("\uFFFD");
  if (isUtf8 && /^[\0-\x7F]*$/.test(asUtf8)) return [asUtf8];
  const inCodePage = codePage === utf8 ? asUtf8 : iconv.decode(buffer, `cp${codePage ?? fallback}`);
  return isUtf8 ? [asUtf8, inCodePage] : [inCodePage];
}
