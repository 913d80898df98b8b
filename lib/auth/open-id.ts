import type { OpenIdProblem } from "@/lib/sessions/open-id-problem";
import type { Role } from "@/lib/sessions/session";
import type { SignedIn } from "./auth";
import type { Visitor } from "./client-address";

/** The service that knows who people are. */
export interface OpenIdSettings {
  /** https, or http on this machine. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly title: string;
  /** Beside `openid`. */
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  readonly loginClaim: string;
  /** By group. */
  readonly roles: Readonly<Record<string, Role>>;
  /** Groups whose people change nothing. */
  readonly viewers: readonly string[];
}

export interface OpenIdRefusal {
  readonly status: "refused";
  readonly problem: OpenIdProblem;
}

export interface OpenIdSignIn {
  readonly title: string;
  /** `sealed` goes into a cookie and comes back with the answer. */
  begin(
    settings: AskSettings,
    visitor: Visitor,
  ): Promise<
    { readonly status: "begun"; readonly address: URL; readonly sealed: string } | OpenIdRefusal
  >;
  /** Once for each beginning, in the browser that began. */
  finish(answer: OpenIdAnswer, visitor: Visitor, now: Date): Promise<SignedIn | OpenIdRefusal>;
}

export interface AskSettings {
  /** The person must prove anew who they are, also where the service still knows. */
  readonly isAnew: boolean;
}

export interface OpenIdAnswer {
  readonly query: URLSearchParams;
  /** Undefined where the browser brought none. */
  readonly sealed: string | undefined;
}
