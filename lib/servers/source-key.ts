/** Names a source that was found on this machine: the same at every look, and after a restart. */
export function toSourceKey(provider: string, settings: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([provider, Object.fromEntries(sorted)]);
}
