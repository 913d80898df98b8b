// Invisible or direction-changing letters: a file name may carry them to look like another.
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Makes visible what a name hides: a direction override becomes "[U+202E]". No font lacks these letters. */
export function showControls(text: string): string {
  return text.replace(unseen, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}
