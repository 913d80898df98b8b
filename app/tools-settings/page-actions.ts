import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import type { SessionKind } from "@/lib/sessions/session";
import type { ActAction } from "@/lib/sessions/session-action";
import { sessionRefSchema } from "@/lib/sessions/session-ref";

type LookAt<Answer> = (operator: Operator, how: { readonly fresh: boolean }) => Promise<Answer>;

export const refsSchema = z.array(sessionRefSchema).min(1).max(1000);

const actInput = z.strictObject({
  refs: refsSchema,
  reason: z.string().trim().min(1).max(500).nullable(),
});

/** What an open page asks by itself. */
export function lookAction<Answer>(lookAt: LookAt<Answer>) {
  return panelAction({ may: "see", input: z.undefined(), countsAsActivity: false }, (_, operator) =>
    lookAt(operator, { fresh: false }),
  );
}

export function refreshAction<Answer>(lookAt: LookAt<Answer>) {
  return panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
    lookAt(operator, { fresh: true }),
  );
}

export function actAction(kind: SessionKind, action: ActAction) {
  return panelAction({ may: "act", input: actInput }, ({ refs, reason }, operator) =>
    rollcall().act({ kind, action, refs, reason }, operator),
  );
}
