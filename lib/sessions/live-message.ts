import { z } from "zod";
import { reasonSchema } from "./reason-schema";
import { type Session, sessionKinds } from "./session";
import { sessionRefSchema } from "./session-ref";
import { failureCodes } from "./source-error";
import { limitCodes } from "./source-limit";
import { toolSchema } from "./tool-state";

/**
 * What is said over /live, in JSON text frames. A roll comes in parts and stands when the last has
 * come; after it come changes, each from one number to the next. Who holds another number than a
 * change begins with has missed one, and asks for the roll again by saying what it watches.
 */

/** From a browser: the page that is open; null while none is, as when it is paused or not seen. */
export const watchSchema = z.strictObject({
  type: z.literal("watch"),
  kind: z.enum(sessionKinds).nullable(),
});
export type Watch = z.infer<typeof watchSchema>;

const instant = z.iso.datetime();

/** A session in JSON: its one date is text. */
export type WireSession = InJson<Session>;
type InJson<Kind extends Session> = Kind extends Session
  ? Omit<Kind, "startedAt"> & { readonly startedAt: string | null }
  : never;

const sessionShape = z.looseObject({
  kind: z.enum(sessionKinds),
  ref: sessionRefSchema,
  user: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  startedAt: instant.nullable(),
  idleSeconds: z.number().nullable(),
});

const fieldsShape = sessionShape.partial();

const rowSchema = z.strictObject({
  /** Names the row for as long as its session is listed, also when its ref becomes better known. */
  no: z.int(),
  /** When its source said what stands here, its seconds counted from then. */
  at: instant,
  session: z.custom<WireSession>((value) => sessionShape.safeParse(value).success),
});
export type WireRow = z.infer<typeof rowSchema>;

const sourceSchema = z.strictObject({
  id: z.string(),
  server: z.string(),
  provider: z.string(),
  state: z.enum(["answered", "stale", "silent"]),
  /** Null for a silent source. */
  answeredAt: instant.nullable(),
  failure: z
    .strictObject({
      code: z.enum(failureCodes),
      reason: reasonSchema.nullable(),
      isNobodyLeft: z.boolean().exactOptional(),
      printed: z.string().exactOptional(),
    })
    .nullable(),
  failingSince: instant.nullable(),
  limits: z.array(
    z.strictObject({
      code: z.enum(limitCodes),
      remedy: z.string().nullable(),
      count: z.number().nullable(),
    }),
  ),
});
export type WireSource = z.infer<typeof sourceSchema>;

/** One part of a roll. A source with many rows is told again in the parts that hold the rest of them. */
const rollSchema = z.strictObject({
  type: z.literal("roll"),
  kind: z.enum(sessionKinds),
  number: z.int(),
  /** Parts that still follow; with 0 the roll stands. */
  left: z.int(),
  asOf: instant,
  answers: z.array(z.strictObject({ source: sourceSchema, rows: z.array(rowSchema) })),
});

const changesSchema = z.strictObject({
  type: z.literal("changes"),
  kind: z.enum(sessionKinds),
  from: z.int(),
  to: z.int(),
  asOf: instant,
  /** New ones, and those of which more has changed than when they answered. */
  sources: z.array(sourceSchema),
  /** Answered again and nothing else: the id, and when. */
  checked: z.array(z.tuple([z.string(), instant])),
  /** Ids of sources that are listed no more; their rows are in `gone`. */
  left: z.array(z.string()),
  added: z.array(rowSchema),
  changed: z.array(
    z.strictObject({
      no: z.int(),
      at: instant,
      /** Of the session; the others are as they were. */
      fields: z.custom<Partial<WireSession>>((value) => fieldsShape.safeParse(value).success),
    }),
  ),
  gone: z.array(z.int()),
});

/** How the tools of the side bar stand. */
const toolsSchema = z.strictObject({ type: z.literal("tools"), tools: z.array(toolSchema) });

/** Said when nothing else was for some seconds, so that a line that is dead is noticed. */
const aliveSchema = z.strictObject({ type: z.literal("alive") });

export const liveMessageSchema = z.discriminatedUnion("type", [
  rollSchema,
  changesSchema,
  toolsSchema,
  aliveSchema,
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
export type RollPart = z.infer<typeof rollSchema>;
export type Changes = z.infer<typeof changesSchema>;
