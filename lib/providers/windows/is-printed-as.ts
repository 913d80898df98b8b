/**
 * True when a table of Windows may print the name in these words: in lower case, cut with `...`, and
 * with `?` for what its code page has not.
 */
export function isPrintedAs(printed: string | null, name: string): boolean {
  const words = [...fold(printed ?? "")];
  const letters = [...fold(name)];
  const isCut = words.length < letters.length && words.slice(-3).join("") === "...";
  const shown = isCut ? words.slice(0, -3) : words;
  if (!isCut && shown.length !== letters.length) return false;
  return shown.every((word, at) => word === letters[at] || (word === "?" && !isAscii(letters[at])));
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function isAscii(letter: string | undefined): boolean {
  return letter === undefined || letter <= "\x7f";
}
