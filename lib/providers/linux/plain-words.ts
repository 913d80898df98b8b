/** What a program said, short and without what a terminal would obey. */
export function toPlainWords(text: string): string {
  return text
    .replaceAll(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 200);
}
