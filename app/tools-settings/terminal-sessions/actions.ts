"use server";

import { z } from "zod";
import { lookAtSessions, refreshSessions } from "@/app/tools-settings/look-at-sessions";
import {
  actAction,
  lookAction,
  lookCloserAction,
  refreshAction,
  refsSchema,
} from "@/app/tools-settings/page-actions";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { messageSchema } from "@/lib/sessions/message";

export const look = lookAction((operator) => lookAtSessions("terminal", operator));
export const refresh = refreshAction((operator) => refreshSessions("terminal", operator));
export const lookCloser = lookCloserAction();
export const disconnectSessions = actAction("terminal", "disconnect");
export const logOffSessions = actAction("terminal", "logOff");
export const resetSessions = actAction("terminal", "reset");

export const sendMessages = panelAction(
  { may: "act", input: z.strictObject({ refs: refsSchema, message: messageSchema }) },
  async ({ refs, message }, operator) =>
    rollcall().tellAct(
      { kind: "terminal", action: "sendMessage", refs, message, reason: null },
      operator,
    ),
);
