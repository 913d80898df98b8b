import { failureOf } from "./failure-of";
import type { SessionProvider } from "./session-provider";
import type { Transport } from "./transport";
import type { WatchSettings } from "./watched-source";

/** Which of these run there. What cannot be looked for now may be found the next time. */
export async function findRunning(
  providers: readonly SessionProvider[],
  transport: Transport,
  { timeoutMs, reportBug }: Pick<WatchSettings, "timeoutMs" | "reportBug">,
): Promise<readonly SessionProvider[]> {
  const found: SessionProvider[] = [];
  for (const provider of providers) {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      if (await provider.isRunning?.(transport, signal)) found.push(provider);
    } catch (error) {
      failureOf(error, timeoutMs, (bug) => reportBug(bug, provider.name));
    }
  }
  return found;
}
