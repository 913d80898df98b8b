import type { TotpOffer, WhichFactor } from "@/lib/sessions/account";

/** What a person wants to do with their account. */
export type AskedAccount =
  | { readonly kind: "password" }
  | { readonly kind: "totp"; readonly offer: TotpOffer }
  | { readonly kind: "passkey" }
  | { readonly kind: "rename"; readonly id: string; readonly name: string }
  | {
      readonly kind: "remove";
      readonly which: WhichFactor;
      readonly name: string;
      readonly title: string;
    }
  | { readonly kind: "makeCodes" }
  /** They were made just now. */
  | { readonly kind: "codes"; readonly codes: readonly string[] };

export interface DialogEnds {
  readonly onClose: () => void;
  /** Told in words when it is done, with the backup codes that came with it. */
  readonly onDone: (said: string, backupCodes?: readonly string[] | null) => void;
}
