import { isDeepStrictEqual } from "node:util";
import type { AuditTrail } from "@/lib/sessions/audit-entry";
import { NotAllowed } from "@/lib/sessions/not-allowed";
import type { Operator } from "@/lib/sessions/operator";
import { record } from "@/lib/sessions/record";
import { roles } from "@/lib/sessions/session";
import type { SessionLimits } from "@/lib/sessions/session-limit";
import { steadyNow } from "@/lib/sessions/steady-now";
import type { Store } from "@/lib/store/store";

/** For operators who see everything; to change a setting, they must be allowed to act. Others throw. */
export interface RollcallSettings {
  sessionLimits(operator: Operator): Promise<SessionLimits>;
  /** Holds for open sessions at once. */
  changeSessionLimits(limits: SessionLimits, operator: Operator): Promise<void>;
}

interface SettingsPorts extends Pick<Store, "sessionLimits"> {
  readonly audit: AuditTrail;
}

export function createSettings({ sessionLimits, audit }: SettingsPorts): RollcallSettings {
  return {
    sessionLimits: async (operator) => {
      requireSeesAll(operator);
      return sessionLimits.read();
    },

    changeSessionLimits: async (limits, operator) => {
      requireSeesAll(operator);
      if (!operator.mayAct) throw new NotAllowed(`${operator.name} may not change settings`);
      const before = await sessionLimits.read();
      const changed = roles.filter((role) => !isDeepStrictEqual(before[role], limits[role]));
      if (changed.length === 0) return;
      const detail = Object.fromEntries(
        changed.map((role) => [role, { before: before[role], after: limits[role] }]),
      );
      const change = () => sessionLimits.change(limits, steadyNow());
      const deed = { event: "settings.change", by: operator, detail } as const;
      await record(audit, deed, change, () => ({ outcome: "done" }));
    },
  };
}

function requireSeesAll({ name, sees }: Operator): void {
  if (sees !== "everything") throw new NotAllowed(`${name} may not see the settings`);
}
