const longestShown = 300;

/** The first line that matches, fit to be shown: trimmed, no control characters, of bearable length. */
export function findLine(text: string, pattern: RegExp): string | undefined {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/\p{Cc}/gu, " ").trim())
    .find((line) => pattern.test(line))
    ?.slice(0, longestShown);
}
