import { mayBeSameSession } from "@/lib/sessions/same-session";
import type { Session } from "@/lib/sessions/session";
import type { RollView, SessionRow } from "./roll-view";

/** How long an ended session stays to be seen. */
export const endedShownMs = 5000;

export interface ShownRow<Kind extends Session> extends SessionRow<Kind> {
  /** The browser's clock when it was seen gone; null while it is there. */
  readonly endedAtMs: number | null;
}

/**
 * The rows on the screen after a look: each keeps its place, newcomers come last. A row is "ended" only
 * when its source answered without it; when the source went silent the row goes without that claim.
 */
export function mergeRows<Kind extends Session>(
  shown: readonly ShownRow<Kind>[],
  view: RollView<Kind>,
  nowMs: number,
): readonly ShownRow<Kind>[] {
  const waiting = new Map(view.rows.map((row) => [row.key, row]));
  const answered = new Set(
    view.sources.filter((source) => source.state === "answered").map((source) => source.id),
  );
  const kept = shown.flatMap((row) => {
    const now = waiting.get(row.key) ?? findSuccessor(row, waiting, shown);
    if (now) {
      waiting.delete(now.key);
      return [{ ...now, endedAtMs: null }];
    }
    if (row.endedAtMs !== null) return nowMs - row.endedAtMs < endedShownMs ? [row] : [];
    return answered.has(row.session.ref.sourceId) ? [{ ...row, endedAtMs: nowMs }] : [];
  });
  return [...kept, ...[...waiting.values()].map((row) => ({ ...row, endedAtMs: null }))];
}

/** The same session known better or worse than before, such as an FTP connection that has signed in. */
function findSuccessor<Kind extends Session>(
  row: ShownRow<Kind>,
  waiting: ReadonlyMap<string, SessionRow<Kind>>,
  shown: readonly ShownRow<Kind>[],
): SessionRow<Kind> | undefined {
  for (const candidate of waiting.values()) {
    const isSame = mayBeSameSession(row.session.ref, candidate.session.ref);
    if (isSame && !shown.some((other) => other.key === candidate.key)) return candidate;
  }
  return undefined;
}

export function withoutLongEnded<Kind extends Session>(
  shown: readonly ShownRow<Kind>[],
  nowMs: number,
): readonly ShownRow<Kind>[] {
  return shown.filter((row) => row.endedAtMs === null || nowMs - row.endedAtMs < endedShownMs);
}
