import type { Session } from "@/lib/sessions/session";
import type { ShownRow } from "./roll-view";

export type NotSelectable = "own" | "service" | "nobody" | "stale" | "ended";

/** Null when the session may be chosen for an action. */
export function whyNotSelectable(row: ShownRow<Session>): NotSelectable | null {
  if (row.endedAtMs !== null) return "ended";
  if (row.isOwn) return "own";
  if (row.session.kind === "terminal") {
    if (row.session.isService) return "service";
    if (row.session.user === null) return "nobody";
  }
  if (row.staleSince) return "stale";
  return null;
}

export function isSelectable(row: ShownRow<Session>): boolean {
  return whyNotSelectable(row) === null;
}

/** The keys of those that may be chosen, in their order. */
export function takeableIn(rows: readonly ShownRow<Session>[]): readonly string[] {
  return rows.filter(isSelectable).map(({ key }) => key);
}
