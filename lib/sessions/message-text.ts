/** In UTF-16 code units. */
export const longestMessage = 255;

/** Lines without other control characters. */
export const messageLines = /^[^\p{Cc}]*(?:\n[^\p{Cc}]*)*$/u;

/** As `messageSchema` has it, for browsers, which need not load the library of the schemas. */
export function isMessage(untrimmed: string): boolean {
  const text = untrimmed.trim();
  const isShort = text.length > 0 && text.length <= longestMessage;
  return isShort && messageLines.test(text) && text.isWellFormed();
}
