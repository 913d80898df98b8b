import type { ProofNeeded } from "@/lib/sessions/proof";
import type {
  FoundUsers,
  PasswordSet,
  UserChanged,
  UserDeleted,
  UserDraft,
  UserSaved,
} from "@/lib/sessions/user";

export interface UsersAnswer extends FoundUsers {
  readonly asOf: Date;
}

export type LookAtUsers = (input: { readonly search: string }) => Promise<UsersAnswer>;

interface OfOne {
  readonly id: string;
}

/** What an administrator who may act does on this page. */
export interface UserActions {
  readonly save: (draft: UserDraft) => Promise<UserSaved | ProofNeeded>;
  readonly setPassword: (
    input: OfOne & { readonly password: string },
  ) => Promise<PasswordSet | ProofNeeded>;
  readonly resetFactors: (input: OfOne) => Promise<UserChanged | ProofNeeded>;
  readonly disable: (input: OfOne) => Promise<UserChanged>;
  readonly enable: (input: OfOne) => Promise<UserChanged>;
  readonly remove: (input: OfOne) => Promise<UserDeleted>;
}
