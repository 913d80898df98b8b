import type { Session } from "@/lib/sessions/session";
import type { ShownRow } from "./merge-rows";
import type { RowOutcome } from "./screen-state";
import { whyNotSelectable } from "./why-not-selectable";

/** The harder step is for what was asked to end and is still there, and for nothing else. */
export function canForce(row: ShownRow<Session>, acted: RowOutcome | undefined): boolean {
  return (
    acted?.action === "remove" &&
    acted.outcome?.status === "unconfirmed" &&
    row.session.kind === "ftp" &&
    whyNotSelectable(row) === null
  );
}
