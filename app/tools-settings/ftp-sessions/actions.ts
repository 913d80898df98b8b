"use server";

import { z } from "zod";
import { actAction, lookAction, refreshAction } from "@/app/tools-settings/page-actions";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { lookAtFtp } from "./look-at-ftp";

export const look = lookAction(lookAtFtp);
export const refresh = refreshAction(lookAtFtp);
export const removeSessions = actAction("ftp", "remove");
export const forceRemoveSessions = actAction("ftp", "forceRemove");

export const clearLeftovers = panelAction(
  { may: "act", input: z.strictObject({ sourceId: z.string().max(200) }) },
  ({ sourceId }, operator) => rollcall().clearLeftovers(sourceId, operator),
);
