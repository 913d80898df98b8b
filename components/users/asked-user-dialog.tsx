import type { FoundUsers, KnownUser } from "@/lib/sessions/user";
import { type Consent, ConsentDialog } from "./consent-dialog";
import { PasswordDialog } from "./password-dialog";
import type { UserActions } from "./user-actions";
import { UserDialog } from "./user-dialog";

/** What a person wants to do. `edit` without a user adds one. */
export type AskedUser =
  | { readonly kind: "edit"; readonly user: KnownUser | null }
  | { readonly kind: "password" | Consent; readonly user: KnownUser };

interface AskedUserDialogProps {
  readonly asked: AskedUser;
  readonly ownLogin: string;
  readonly owners: FoundUsers["owners"];
  readonly actions: UserActions;
  readonly onClose: () => void;
  /** Told in words when it is done. */
  readonly onDone: (said: string) => void;
}

export function AskedUserDialog(props: AskedUserDialogProps) {
  const { asked, ownLogin, owners, actions, ...ends } = props;
  switch (asked.kind) {
    case "edit": {
      const isSelf = asked.user?.login === ownLogin;
      return <UserDialog user={asked.user} {...{ isSelf, owners }} save={actions.save} {...ends} />;
    }
    case "password":
      return <PasswordDialog user={asked.user} setPassword={actions.setPassword} {...ends} />;
    case "disable":
    case "enable":
    case "resetFactors":
    case "remove":
      return <ConsentDialog kind={asked.kind} user={asked.user} actions={actions} {...ends} />;
  }
}
