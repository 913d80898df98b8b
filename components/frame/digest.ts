/** What Rollcall calls the errors of its database, where they reach the browser. */
export const noDatabaseDigest = "store";

/** What a browser is told of an error of the server: a number that is in its log, or a word. */
export function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
