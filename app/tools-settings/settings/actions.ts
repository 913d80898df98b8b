"use server";

import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { sessionLimitsSchema } from "@/lib/sessions/session-limit";

export const save = panelAction({ may: "act", input: sessionLimitsSchema }, (limits, operator) =>
  rollcall().settings.changeSessionLimits(limits, operator),
);
