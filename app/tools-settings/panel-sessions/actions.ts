"use server";

import { z } from "zod";
import { actInput } from "@/app/tools-settings/act-input";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { lookAtPanel } from "./look-at-panel";

export const look = panelAction(
  { may: "see", input: z.undefined(), countsAsActivity: false },
  (_, operator) => lookAtPanel(operator, { fresh: false }),
);

export const refresh = panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
  lookAtPanel(operator, { fresh: true }),
);

export const removeSessions = panelAction(
  { may: "act", input: actInput },
  ({ refs, reason }, operator) =>
    rollcall().act({ kind: "panel", action: "remove", refs, reason }, operator),
);
