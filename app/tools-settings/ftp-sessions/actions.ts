"use server";

import { z } from "zod";
import { lookAtSessions, refreshSessions } from "@/app/tools-settings/look-at-sessions";
import {
  actAction,
  lookAction,
  lookCloserAction,
  refreshAction,
} from "@/app/tools-settings/page-actions";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";

export const look = lookAction((operator) => lookAtSessions("ftp", operator));
export const refresh = refreshAction((operator) => refreshSessions("ftp", operator));
export const lookCloser = lookCloserAction();
export const removeSessions = actAction("ftp", "remove");
export const forceRemoveSessions = actAction("ftp", "forceRemove");

export const clearLeftovers = panelAction(
  { may: "act", input: z.strictObject({ sourceId: z.string().max(200) }) },
  ({ sourceId }, operator) => rollcall().clearLeftovers(sourceId, operator),
);
