import type { AccountView } from "@/lib/sessions/account";
import type { AccountActions } from "./account-actions";
import type { AskedAccount, DialogEnds } from "./asked-account";
import { CodesDialog, MakeCodesDialog } from "./codes-dialogs";
import { hasFactor, leavesPasswordAlone } from "./has-factor";
import { PasskeyDialog } from "./passkey-dialog";
import { PasswordDialog } from "./password-dialog";
import { RemoveFactorDialog } from "./remove-factor-dialog";
import { RenameDialog } from "./rename-dialog";
import { TotpDialog } from "./totp-dialog";

interface AskedAccountDialogProps extends DialogEnds {
  readonly asked: AskedAccount;
  readonly view: AccountView;
  readonly actions: AccountActions;
}

export function AskedAccountDialog({ asked, view, actions, ...ends }: AskedAccountDialogProps) {
  switch (asked.kind) {
    case "password":
      return <PasswordDialog hasFactor={hasFactor(view)} {...actions} {...ends} />;
    case "totp":
      return <TotpDialog {...asked} {...actions} {...ends} />;
    case "passkey":
      return <PasskeyDialog actions={actions} {...ends} />;
    case "rename":
      return <RenameDialog {...asked} {...actions} {...ends} />;
    case "remove":
      return (
        <RemoveFactorDialog
          needsPassword={leavesPasswordAlone(view)}
          {...asked}
          {...actions}
          {...ends}
        />
      );
    case "makeCodes":
      return <MakeCodesDialog {...actions} {...ends} />;
    case "codes":
      return <CodesDialog codes={asked.codes} onClose={ends.onClose} />;
  }
}
