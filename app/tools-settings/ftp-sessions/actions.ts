"use server";

import { z } from "zod";
import { actInput } from "@/app/tools-settings/act-input";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { lookAtFtp } from "./look-at-ftp";

export const look = panelAction(
  { may: "see", input: z.undefined(), countsAsActivity: false },
  (_, operator) => lookAtFtp(operator, { fresh: false }),
);

export const refresh = panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
  lookAtFtp(operator, { fresh: true }),
);

export const removeSessions = panelAction(
  { may: "act", input: actInput },
  ({ refs, reason }, operator) =>
    rollcall().act({ kind: "ftp", action: "remove", refs, reason }, operator),
);

export const forceRemoveSessions = panelAction(
  { may: "act", input: actInput },
  ({ refs, reason }, operator) =>
    rollcall().act({ kind: "ftp", action: "forceRemove", refs, reason }, operator),
);

export const clearLeftovers = panelAction(
  { may: "act", input: z.strictObject({ sourceId: z.string().max(200) }) },
  ({ sourceId }, operator) => rollcall().clearLeftovers(sourceId, operator),
);
