import { z } from "zod";
import type { Role } from "./session";

/** What becomes of one session more than a user may have: it is refused, or ends the one that began first. */
const whenFull = ["refuse", "end-oldest"] as const;

export const sessionLimitSchema = z.strictObject({
  /** A week at most, as for `lastsHours`. */
  idleMinutes: z.int().min(1).max(10_080),
  lastsHours: z.int().min(1).max(168),
  /** Null: as many as one likes. */
  atOnce: z.int().min(1).max(1000).nullable(),
  whenFull: z.enum(whenFull),
});

/** How long panel sessions of one role last, and how many of them a user may have. */
export type SessionLimit = Readonly<z.infer<typeof sessionLimitSchema>>;

export const sessionLimitsSchema = z.strictObject({
  "server-administrator": sessionLimitSchema,
  reseller: sessionLimitSchema,
  customer: sessionLimitSchema,
  "mailbox-owner": sessionLimitSchema,
} satisfies Record<Role, typeof sessionLimitSchema>);

export type SessionLimits = Readonly<z.infer<typeof sessionLimitsSchema>>;

/** What holds for a role that nobody has changed. */
export const plainLimit: SessionLimit = {
  idleMinutes: 30,
  lastsHours: 12,
  atOnce: null,
  whenFull: "refuse",
};
