import { z } from "zod";
import { messageSchema } from "@/lib/sessions/message";
import {
  ftpAccountTypes,
  ftpStatuses,
  roles,
  type SessionKind,
  terminalStatuses,
} from "@/lib/sessions/session";
import type { TerminalAction } from "@/lib/sessions/session-action";
import { failureCodes } from "@/lib/sessions/source-error";
import { limitCodes } from "@/lib/sessions/source-limit";

/** The words of the API for actions and outcomes are those of the core, in kebab case. */
export const apiActions = {
  remove: "remove",
  "force-remove": "forceRemove",
  disconnect: "disconnect",
  "log-off": "logOff",
  reset: "reset",
  "send-message": "sendMessage",
} as const;

export const terminalApiActions = {
  disconnect: "disconnect",
  logOff: "log-off",
  reset: "reset",
  sendMessage: "send-message",
} as const satisfies Record<TerminalAction, keyof typeof apiActions>;

const instant = z.iso.datetime();
const failure = z.object({ code: z.enum(failureCodes), message: z.string() });
const limit = z.object({
  code: z.enum(limitCodes),
  message: z.string(),
  remedy: z.string().nullable().meta({ description: "The exact line that lifts it." }),
});

export const sourceSchema = z.object({
  id: z.string().meta({ example: "ts01/windows" }),
  server: z.string().meta({
    description: "'another server' where an account that does not see everything sees nobody.",
  }),
  provider: z.string(),
  state: z.enum(["answered", "stale", "silent"]).meta({
    description:
      "stale: it answered before, not now, and its last sessions are listed. silent: no answer to show.",
  }),
  answeredAt: instant.nullable(),
  count: z.int().nullable(),
  failure: failure.nullable(),
  limits: z.array(limit).meta({
    description: "What is not known or may not be done, although the source answers.",
  }),
});

const session = z.object({
  ref: z.string().meta({ description: "Opaque; valid for act." }),
  source: z.string(),
  server: z.string(),
  user: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  startedAt: instant.nullable(),
  idleSeconds: z.int().nullable(),
});

const panelSession = session.extend({
  type: z.enum(roles),
  peerAddress: z.string().nullable().meta({
    description: "Who connected to Rollcall: the browser, or the last proxy before it.",
  }),
  userAgent: z.string().nullable(),
  isOwn: z.boolean(),
});

const ftpSession = session.extend({
  type: z.enum(ftpAccountTypes).nullable(),
  status: z.enum(ftpStatuses),
  connectedSeconds: z.int().nullable().meta({
    description: "Since startedAt, by the server's own clock.",
  }),
  command: z.string().nullable(),
  domain: z.string().nullable(),
  virtualHost: z.string().nullable(),
  home: z.string().nullable(),
  location: z.string().nullable().meta({
    description:
      "Folder on the server where the rights let it be known, else as the client sees it.",
  }),
  clientLocation: z.string().nullable(),
  fileName: z.string().nullable().meta({ description: "As the client named it." }),
  filePath: z.string().nullable().meta({ description: "Full path on the server." }),
  bytesTransferred: z.number().nullable(),
  bytesPerSecond: z.number().nullable(),
  progressPercent: z.number().nullable(),
  protocol: z.string().nullable(),
  pid: z.int(),
});

const terminalSession = session.extend({
  id: z.union([z.int(), z.string()]).meta({
    description: "A number on Windows; a word where a Linux server names its sessions so.",
  }),
  name: z.string().nullable(),
  status: z.enum(terminalStatuses),
  statusText: z.string(),
  isService: z.boolean(),
  actions: z.array(z.enum(terminalApiActions)).meta({
    description: "What can be done with it now.",
  }),
  domain: z.string().nullable(),
  clientName: z.string().nullable().meta({ description: "What the client calls itself." }),
  pid: z.int().nullable().meta({ description: "Linux: the process that leads the login." }),
  idleText: z.string().nullable(),
  logonText: z.string().nullable(),
});

export const sessionSchemas = {
  panel: panelSession,
  ftp: ftpSession,
  terminal: terminalSession,
} as const satisfies Record<SessionKind, z.ZodType>;

export function rollSchema<Row extends z.ZodType>(row: Row) {
  return z.object({ asOf: instant, sources: z.array(sourceSchema), sessions: z.array(row) });
}

const actRefs = {
  refs: z
    .array(z.string().max(2000))
    .min(1, "must name at least one session")
    .max(1000, "may name 1,000 sessions at most"),
  reason: z.string().max(500).optional(),
} as const;

const noMessage = z.never({ error: "only send-message takes one" }).optional();

export const actSchema = z.discriminatedUnion(
  "action",
  [
    z.strictObject({
      action: z.literal(["remove", "force-remove", "disconnect", "log-off", "reset"]),
      message: noMessage,
      ...actRefs,
    }),
    z.strictObject({ action: z.literal("send-message"), message: messageSchema, ...actRefs }),
  ],
  {
    error: ({ code }) =>
      code === "invalid_union" ? `must be one of ${Object.keys(apiActions).join(", ")}` : undefined,
  },
);

export const outcomeSchema = z.object({
  ref: z.string(),
  status: z.enum(["done", "already-gone", "replaced", "unconfirmed", "refused", "failed"]),
  message: z.string(),
  by: z.string().optional().meta({
    description: "With already-gone, where it is known: who ended it through Rollcall.",
  }),
  at: instant.optional().meta({ description: "With by: when it was seen to have ended." }),
});

export const outcomesSchema = z.object({ outcomes: z.array(outcomeSchema) });

export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});

export const healthSchema = z.object({ status: z.enum(["ok", "failing"]) });
