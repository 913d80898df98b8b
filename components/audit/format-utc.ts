/** "2026-11-27 07:27:01": the same for every reader, whichever server or person it is about. */
export function formatUtc(at: Date): string {
  return at.toISOString().slice(0, 19).replace("T", " ");
}
