import { z } from "zod";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import type { Operator } from "@/lib/sessions/operator";
import { mostWithoutProof } from "@/lib/sessions/proof";
import type { SessionKind } from "@/lib/sessions/session";
import type { ActAction } from "@/lib/sessions/session-action";
import { sessionRefSchema } from "@/lib/sessions/session-ref";

type LookAt<Answer> = (operator: Operator) => Promise<Answer>;

export const refsSchema = z.array(sessionRefSchema).min(1).max(1000);

const actInput = z.strictObject({
  refs: refsSchema,
  reason: z.string().trim().min(1).max(500).nullable(),
});

const detailInput = z.strictObject({
  ref: sessionRefSchema,
  remoteAddress: z.string().max(200).nullable(),
});

/** What an open page asks by itself, while it has no live channel. */
export function lookAction<Answer>(lookAt: LookAt<Answer>) {
  return panelAction({ may: "see", input: z.undefined(), countsAsActivity: false }, (_, operator) =>
    lookAt(operator),
  );
}

export function refreshAction<Answer>(lookAt: LookAt<Answer>) {
  return panelAction({ may: "see", input: z.undefined() }, (_, operator) => lookAt(operator));
}

/** Asked for by a click on a row. */
export function lookCloserAction() {
  return panelAction({ may: "see", input: detailInput }, (asked, operator) =>
    rollcall().lookCloser(asked, operator),
  );
}

export function actAction(kind: SessionKind, action: ActAction) {
  return panelAction(
    { may: "act", input: actInput, proof: ({ refs }) => refs.length > mostWithoutProof },
    async ({ refs, reason }, operator) =>
      rollcall().tellAct({ kind, action, refs, reason }, operator),
  );
}
