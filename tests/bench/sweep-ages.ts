import { setTimeout as pause } from "node:timers/promises";
import type { SessionSource } from "@/lib/sessions/session-source";
import { type WatchedSource, watchSource } from "@/lib/sessions/watched-source";

/** A source as Rollcall watches it. */
export function watch(server: string, source: SessionSource): WatchedSource {
  const label = { id: source.id, server, provider: "bench", kind: "terminal" } as const;
  const reportBug = (error: unknown) => {
    throw error;
  };
  return watchSource(label, source, { timeoutMs: 5000, now: () => new Date(), reportBug });
}

/** How old in ms what is known of each is, seen again and again for some time. */
export async function sampleAges(
  sources: readonly WatchedSource[],
  durationMs: number,
): Promise<readonly number[]> {
  const ages: number[] = [];
  for (const endMs = Date.now() + durationMs; Date.now() < endMs; await pause(50)) {
    const nowMs = Date.now();
    for (const source of sources) {
      const latest = source.latest();
      if (!latest || latest.state === "silent") throw new Error(`${source.label.id} is silent`);
      ages.push(nowMs - latest.answeredAt.getTime());
    }
  }
  return ages;
}
