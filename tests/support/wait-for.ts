import { setTimeout as pause } from "node:timers/promises";

const everyMs = 20;

type Look<Found> = () => Found | false | undefined | Promise<Found | false | undefined>;

/** Looks until `look` finds something, and gives it back. */
export async function waitFor<Found>(look: Look<Found>, timeoutMs = 10_000): Promise<Found> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== false && found !== undefined) return found;
    await pause(everyMs);
  }
  throw new Error(`not seen within ${timeoutMs} ms: ${look}`);
}
