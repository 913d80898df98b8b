"use server";

import { actAction, lookAction, refreshAction } from "@/app/tools-settings/page-actions";
import { lookAtPanel } from "./look-at-panel";

export const look = lookAction(lookAtPanel);
export const refresh = refreshAction(lookAtPanel);
export const removeSessions = actAction("panel", "remove");
