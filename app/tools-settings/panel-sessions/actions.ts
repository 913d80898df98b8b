"use server";

import { lookAtSessions, refreshSessions } from "@/app/tools-settings/look-at-sessions";
import {
  actAction,
  lookAction,
  lookCloserAction,
  refreshAction,
} from "@/app/tools-settings/page-actions";

export const look = lookAction((operator) => lookAtSessions("panel", operator));
export const refresh = refreshAction((operator) => refreshSessions("panel", operator));
export const lookCloser = lookCloserAction();
export const removeSessions = actAction("panel", "remove");
