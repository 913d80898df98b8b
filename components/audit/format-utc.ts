/** "2026-11-27" and "07:27:01": the same for every reader, whichever server or person it is about. */
export function formatUtc(at: Date): readonly [date: string, time: string] {
  const iso = at.toISOString();
  return [iso.slice(0, 10), iso.slice(11, 19)];
}
