import type { Reason } from "./reason";

/** What a person has to prove who they are, as their own page shows it. */
export interface AccountView {
  readonly login: string;
  /** False for who signs in by OpenID Connect alone. */
  readonly hasPassword: boolean;
  readonly totp: { readonly lastUsedAt: Date | null } | null;
  readonly passkeys: readonly PasskeyView[];
  readonly backupCodesLeft: number;
  /** False where browsers know no passkeys: at an address without a name, or over plain http. */
  readonly canHavePasskeys: boolean;
  /** Rollcall's own address. */
  readonly origin: string;
}

interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What an authenticator app takes; it counts once a code of it has been typed. */
export interface TotpOffer {
  /** Base32. */
  readonly secret: string;
  /** The same, for the QR code. */
  readonly uri: string;
}

export type FactorAdded =
  /** With the first factor come backup codes, which are shown this once. */
  { readonly status: "added"; readonly backupCodes: readonly string[] | null } | FactorRefused;
export type FactorRefused =
  /** The code or the passkey does not hold. */
  | { readonly status: "wrong" }
  /** There is one already. */
  | { readonly status: "taken" }
  | { readonly status: "noKey" };

export type WhichFactor =
  | { readonly kind: "totp" }
  | { readonly kind: "passkey"; readonly id: string };

export type FactorRemoved =
  | { readonly status: "removed" }
  | { readonly status: "gone" }
  /** It is the last one, and the password was not given, or not right. */
  | { readonly status: "passwordNeeded" | "wrong" }
  | { readonly status: "tooMany"; readonly retryAfterSeconds: number }
  /** It is the last one, and the password is too short to stand alone. */
  | { readonly status: "passwordTooShort" };

export type PasswordChanged =
  | { readonly status: "changed" }
  | { readonly status: "refused"; readonly problem: Reason };
