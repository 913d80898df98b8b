import { type Role, roles } from "@/lib/sessions/session";
import {
  type SessionLimit,
  type SessionLimits,
  sessionLimitSchema,
  sessionLimitsSchema,
} from "@/lib/sessions/session-limit";

/** What is typed so far for one role. */
export interface LimitForm {
  readonly idleMinutes: string;
  readonly lastsHours: string;
  /** Empty: as many as one likes. */
  readonly atOnce: string;
  readonly whenFull: SessionLimit["whenFull"];
}

export type LimitForms = Readonly<Record<Role, LimitForm>>;
export type LimitField = "idleMinutes" | "lastsHours" | "atOnce";

export function toLimitForms(limits: SessionLimits): LimitForms {
  return {
    "server-administrator": toForm(limits["server-administrator"]),
    reseller: toForm(limits.reseller),
    customer: toForm(limits.customer),
    "mailbox-owner": toForm(limits["mailbox-owner"]),
  };
}

/** Undefined where something that was typed will not do. */
export function toLimits(forms: LimitForms): SessionLimits | undefined {
  const read = Object.fromEntries(roles.map((role) => [role, toLimit(forms[role])]));
  return sessionLimitsSchema.safeParse(read).data;
}

/** The fields of which what is typed will not do. */
export function findLimitProblems(form: LimitForm): ReadonlySet<LimitField> {
  const { error } = sessionLimitSchema.safeParse(toLimit(form));
  const places = new Set(error?.issues.map(({ path }) => path[0]));
  return new Set(limitFields.filter((field) => places.has(field)));
}

const limitFields = ["idleMinutes", "lastsHours", "atOnce"] as const satisfies LimitField[];

function toForm({ idleMinutes, lastsHours, atOnce, whenFull }: SessionLimit): LimitForm {
  return {
    idleMinutes: String(idleMinutes),
    lastsHours: String(lastsHours),
    atOnce: atOnce === null ? "" : String(atOnce),
    whenFull,
  };
}

function toLimit({ idleMinutes, lastsHours, atOnce, whenFull }: LimitForm) {
  return {
    idleMinutes: toNumber(idleMinutes),
    lastsHours: toNumber(lastsHours),
    atOnce: atOnce.trim() === "" ? null : toNumber(atOnce),
    whenFull,
  };
}

/** Digits alone: `1e3` and `0x1` are rather mistakes. */
function toNumber(typed: string): number {
  return /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}
