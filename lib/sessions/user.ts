import { z } from "zod";
import type { Reason } from "./reason";
import { type Role, roles } from "./session";

export const roleSchema = z.enum(roles);

/** A person who may sign in, as administrators see one. */
export interface KnownUser {
  readonly id: string;
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  /** Login of the reseller of a customer, or the customer of a mailbox owner. */
  readonly ownerLogin: string | null;
  readonly isViewer: boolean;
  readonly isDisabled: boolean;
  /** False for who signs in by OpenID Connect alone. */
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Signed in now. */
  readonly sessionCount: number;
  readonly lastSignInAt: Date | null;
}

/** Those whose login, name, email address or owner holds a text; the first of them where they are many. */
export interface FoundUsers {
  /** By login. */
  readonly users: readonly KnownUser[];
  readonly matching: number;
  /** All there are. */
  readonly total: number;
  /** Who may own others, by login; the first of them where they are many. */
  readonly owners: readonly { readonly login: string; readonly role: Role }[];
}

/** Whom a user of this role may belong to; null: to nobody. */
export function ownerRoleOf(role: Role): Role | null {
  switch (role) {
    case "customer":
      return "reseller";
    case "mailbox-owner":
      return "customer";
    case "server-administrator":
    case "reseller":
      return null;
  }
}

/** Longer than will do, so that what is too long is answered with a problem. */
const typed = z.string().max(10_000);

/** A user as typed on the page; what will not do is answered with problems. */
export const userDraftSchema = z.strictObject({
  /** Null for a new one. */
  id: z.string().max(100).nullable(),
  login: typed,
  name: typed,
  email: typed,
  role: roleSchema,
  /** Empty for none. */
  ownerLogin: typed,
  isViewer: z.boolean(),
  /** Of a new one. */
  password: typed,
});
export type UserDraft = z.infer<typeof userDraftSchema>;

export type UserField = "login" | "name" | "email" | "password";
export type UserProblems = Readonly<Partial<Record<UserField, Reason>>>;

/** Of one user. */
export type UserChanged =
  | { readonly status: "done" }
  /** Somebody else has deleted it. */
  | { readonly status: "gone" }
  /** Nobody else would be left who may act on everything. */
  | { readonly status: "lastAdministrator" };

export type UserDeleted =
  | UserChanged
  /** It owns these, which would have no fit owner then. */
  | {
      readonly status: "owns";
      readonly logins: readonly string[];
      readonly domains: readonly string[];
    };

/** Nobody of that login may own a user of that role. */
interface OwnerUnfit {
  readonly status: "ownerUnfit";
}

export type UserEdited = UserDeleted | OwnerUnfit;

interface WithProblems {
  readonly status: "problems";
  readonly problems: UserProblems;
}

export type UserSaved = UserEdited | WithProblems | { readonly status: "loginTaken" };
export type PasswordSet = UserChanged | WithProblems;
