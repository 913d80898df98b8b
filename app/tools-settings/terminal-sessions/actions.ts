"use server";

import { z } from "zod";
import { actInput, messageInput } from "@/app/tools-settings/act-input";
import { panelAction } from "@/lib/auth/panel-action";
import { rollcall } from "@/lib/rollcall";
import { lookAtTerminal } from "./look-at-terminal";

export const look = panelAction(
  { may: "see", input: z.undefined(), countsAsActivity: false },
  (_, operator) => lookAtTerminal(operator, { fresh: false }),
);

export const refresh = panelAction({ may: "see", input: z.undefined() }, (_, operator) =>
  lookAtTerminal(operator, { fresh: true }),
);

export const disconnectSessions = panelAction(
  { may: "act", input: actInput },
  ({ refs, reason }, operator) =>
    rollcall().act({ kind: "terminal", action: "disconnect", refs, reason }, operator),
);

export const logOffSessions = panelAction(
  { may: "act", input: actInput },
  ({ refs, reason }, operator) =>
    rollcall().act({ kind: "terminal", action: "logOff", refs, reason }, operator),
);

export const resetSessions = panelAction(
  { may: "act", input: actInput },
  ({ refs, reason }, operator) =>
    rollcall().act({ kind: "terminal", action: "reset", refs, reason }, operator),
);

export const sendMessages = panelAction(
  { may: "act", input: messageInput },
  ({ refs, message }, operator) =>
    rollcall().act(
      { kind: "terminal", action: "sendMessage", refs, message, reason: null },
      operator,
    ),
);
