import type { Operator } from "@/lib/sessions/operator";
import type { EndedOwnSession } from "@/lib/sessions/own-session";
import type { Reason } from "@/lib/sessions/reason";
import type { Role } from "@/lib/sessions/session";
import type { Visitor } from "./client-address";
import type { Account } from "./open-account";
import type { Enrolment } from "./open-enrolment";
import type { OpenIdSignIn } from "./open-id";
import type { PasskeyEntry } from "./open-passkey-entry";
import type { Proofs } from "./open-proofs";
import type { SecondStep } from "./open-second-step";
import type { SignInCookie } from "./sign-in-cookie";

/** A person who is signed in, as the screens show them. */
export interface SignedInOperator extends Operator {
  /** The person's name, else the login. */
  readonly displayName: string;
  readonly role: Role;
  readonly panelSessionId: string;
  readonly userId: string;
  /** When the person last proved who they are. */
  readonly provenAt: Date | null;
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** `secret` goes into the cookie, which holds as long as the session may last, and is kept nowhere else. */
export interface SignedIn {
  readonly status: "signedIn";
  readonly secret: string;
  readonly lastsMs: number;
  /** For the cookie that outlives the session: it makes the browser a known one. */
  readonly browserSecret: string;
}
/** Signed in, or still missing something: then the secret opens the second step alone. */
export type Entered = SignedIn | (Omit<SignedIn, "status"> & { readonly status: "pending" });
/** `full`: the person is who they say, and this is one session more than the role may have. */
export type StartRefusal =
  | { readonly status: "wrong" }
  | { readonly status: "full"; readonly atOnce: number };
export type SignInRefusal =
  | StartRefusal
  | { readonly status: "tooMany"; readonly retryAfterSeconds: number };
export type SetUpRefusal =
  | { readonly status: "linkUsed" }
  | {
      readonly status: "problems";
      readonly problems: { readonly login?: Reason; readonly password?: Reason };
    };

interface RecogniseOptions {
  readonly countsAsActivity: boolean;
  /** Where this request came from; without it, where the person signed in from. */
  readonly address?: string | null;
}

/** Says who is asking. One in the process: it counts wrong guesses and keeps password hashing to two at a time. */
export interface Auth {
  readonly cookie: SignInCookie;
  readonly proofs: Proofs;
  readonly secondStep: SecondStep;
  readonly enrolment: Enrolment;
  readonly passkeyEntry: PasskeyEntry;
  readonly account: Account;
  /** Null where people sign in here alone. */
  readonly openId: OpenIdSignIn | null;

  signIn(credentials: Credentials, visitor: Visitor, now: Date): Promise<Entered | SignInRefusal>;
  signOut(secret: string, now: Date): Promise<void>;

  /** Undefined once the session is removed, signed out, expired, or its user disabled. */
  recognise(
    secret: string,
    now: Date,
    options: RecogniseOptions,
  ): Promise<SignedInOperator | undefined>;
  recogniseApiToken(
    secret: string,
    now: Date,
    address?: string | null,
  ): Promise<Operator | undefined>;

  /** For who comes back with the secret of a session that has ended, unless its person signed out. */
  findEnding(
    secret: string,
    now: Date,
  ): Promise<Pick<EndedOwnSession, "endedWhy" | "endedBy"> | undefined>;

  /** Into the audit: somebody asked for what the operator may not do. `what`: in a few words. */
  noteRefused(operator: Operator, what: string): void;

  isSetupLink(secret: string): Promise<boolean>;
  /** Before the setup link was used. */
  hasNobody(): Promise<boolean>;
  /** As directly after it was used. */
  hasOneUser(): Promise<boolean>;
  /** Makes the first server administrator and signs in. The link works once. */
  setUp(
    request: Credentials & { readonly linkSecret: string },
    visitor: Visitor,
    now: Date,
  ): Promise<Entered | SetUpRefusal>;
}

declare global {
  var rollcallAuth: Auth | undefined;
}

/** Called once, by server.ts. Next bundles its own copy of this module, so the instance lives on globalThis. */
export function provideAuth(instance: Auth): void {
  globalThis.rollcallAuth = instance;
}

export function auth(): Auth {
  if (!globalThis.rollcallAuth) {
    throw new Error("Rollcall runs inside server.ts only: start it with npm start");
  }
  return globalThis.rollcallAuth;
}
