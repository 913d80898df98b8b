import iconv from "iconv-lite";
import type { CodePage } from "./code-page";

/** The text as `msg` reads it; undefined where the code page has not all of its characters. */
export function toMessageBytes(text: string, codePage: CodePage): Uint8Array | undefined {
  const lines = text.replaceAll("\n", "\r\n");
  const encoding = codePage === null ? "ascii" : codePage === 65_001 ? "utf8" : `cp${codePage}`;
  const bytes = iconv.encode(lines, encoding);
  return iconv.decode(bytes, encoding) === lines ? bytes : undefined;
}
