/** Resolves when it does, or when the time is out. */
export async function within(coming: Promise<void>, waitMs: number): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, waitMs);
  await Promise.race([coming, patience.promise]);
  clearTimeout(timer);
}
