import type { AuditEvent } from "@/lib/sessions/audit-entry";
import { record } from "@/lib/sessions/record";
import type { FactorChange } from "@/lib/store/factors";
import type { Store } from "@/lib/store/store";
import type { AccountOwner } from "./open-account";

/** Does what a person changes of their own factors, between two entries of the audit. */
export function createFactorRecord({ audit }: Store) {
  return (
    { name, address }: AccountOwner,
    event: AuditEvent,
    factor: string | null,
    work: () => Promise<boolean>,
  ): Promise<boolean> => {
    const detail = factor === null ? {} : { factor };
    return record(audit, { event, by: { name, address }, user: name, detail }, work, (isDone) => ({
      outcome: isDone ? "done" : "refused",
    }));
  };
}

export function toFactorChange({ userId, panelSessionId }: AccountOwner, now: Date): FactorChange {
  return { userId, keptSessionId: panelSessionId, now };
}
