import { failureOf } from "./failure-of";
import type { FoundSettings, SessionProvider } from "./session-provider";
import type { Transport } from "./transport";
import type { WatchSettings } from "./watched-source";

export interface Found {
  readonly provider: SessionProvider;
  readonly settings: FoundSettings;
}

/** What runs there. What cannot be looked for now may be found the next time. */
export async function findRunning(
  providers: readonly SessionProvider[],
  transport: Transport,
  { timeoutMs, reportBug }: Pick<WatchSettings, "timeoutMs" | "reportBug">,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const provider of providers) {
    try {
      const instances = await provider.find?.(transport, AbortSignal.timeout(timeoutMs));
      for (const settings of instances ?? []) found.push({ provider, settings });
    } catch (error) {
      failureOf(error, timeoutMs, (bug) => reportBug(bug, provider.name));
    }
  }
  return found;
}
