"use server";

import { z } from "zod";
import {
  actAction,
  lookAction,
  refreshAction,
  refsSchema,
} from "@/app/tools-settings/page-actions";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { messageSchema } from "@/lib/sessions/message";
import { lookAtTerminal } from "./look-at-terminal";

export const look = lookAction(lookAtTerminal);
export const refresh = refreshAction(lookAtTerminal);
export const disconnectSessions = actAction("terminal", "disconnect");
export const logOffSessions = actAction("terminal", "logOff");
export const resetSessions = actAction("terminal", "reset");

export const sendMessages = panelAction(
  { may: "act", input: z.strictObject({ refs: refsSchema, message: messageSchema }) },
  ({ refs, message }, operator) =>
    rollcall().act(
      { kind: "terminal", action: "sendMessage", refs, message, reason: null },
      operator,
    ),
);
