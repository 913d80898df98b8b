import type { MadePasskey, PasskeyToAdd } from "@/components/proof/ask-for-passkey";
import type {
  FactorAdded,
  FactorRemoved,
  PasswordChanged,
  TotpOffer,
  WhichFactor,
} from "@/lib/sessions/account";
import type { ProofNeeded } from "@/lib/sessions/proof";

/** All of them ask again who is there, where that is some time ago. */
export interface AccountActions {
  readonly changePassword: (given: {
    readonly password: string;
  }) => Promise<PasswordChanged | ProofNeeded>;
  readonly offerTotp: () => Promise<TotpOffer | ProofNeeded>;
  readonly addTotp: (given: { readonly code: string }) => Promise<FactorAdded | ProofNeeded>;
  readonly askToAddPasskey: () => Promise<PasskeyToAdd | ProofNeeded>;
  readonly addPasskey: (given: {
    readonly made: MadePasskey;
    readonly name: string;
  }) => Promise<FactorAdded | ProofNeeded>;
  /** False when there is none. */
  readonly renamePasskey: (given: {
    readonly id: string;
    readonly name: string;
  }) => Promise<boolean | ProofNeeded>;
  readonly removeFactor: (given: {
    readonly which: WhichFactor;
    readonly password: string | null;
  }) => Promise<FactorRemoved | ProofNeeded>;
  readonly makeBackupCodes: () => Promise<readonly string[] | ProofNeeded>;
}
