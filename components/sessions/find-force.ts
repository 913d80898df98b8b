import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { ShownRow } from "./roll-view";
import type { RowOutcome } from "./screen-state";
import { offersAction } from "./why-not-offered";
import { whyNotSelectable } from "./why-not-selectable";

export type ForceAction = "forceRemove" | "reset";

/** The harder second step of each action that has one. */
const forceOf: Partial<Readonly<Record<SessionAction, ForceAction>>> = {
  remove: "forceRemove",
  logOff: "reset",
};

export function isForce(action: SessionAction): action is ForceAction {
  return action === "forceRemove" || action === "reset";
}

/** The harder step, for what was asked to end and is still there, and for nothing else. */
export function findForce(
  row: ShownRow<Session>,
  acted: RowOutcome | undefined,
): ForceAction | undefined {
  if (acted?.outcome?.status !== "unconfirmed" || whyNotSelectable(row) !== null) return undefined;
  const force = forceOf[acted.action];
  return force && offersAction(row.session, force) ? force : undefined;
}
