"use client";

import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import type { DialogEnds } from "./asked-account";
import { PasskeyNameField } from "./passkey-name-field";
import { usePasskeyAdding } from "./use-passkey-adding";

interface PasskeyDialogProps extends DialogEnds {
  readonly actions: AccountActions;
}

export function PasskeyDialog({ actions, onClose, onDone }: PasskeyDialogProps) {
  const { accountWords, setUpFactorWords } = useWords();
  const asks = { ask: actions.askToAddPasskey, add: actions.addPasskey };
  const adding = usePasskeyAdding(asks, (backupCodes, name) =>
    onDone(accountWords.done.passkey(showControls(name)), backupCodes),
  );
  return (
    <AccountDialog
      title={accountWords.passkeys.dialog}
      consent={setUpFactorWords.addPasskey}
      running={setUpFactorWords.addingPasskey}
      isRunning={adding.isRunning}
      problem={adding.problem}
      onClose={onClose}
      onSubmit={() => void adding.submit()}
    >
      <PasskeyNameField name={adding.name} onName={adding.setName} />
      <p className="text-muted">{accountWords.endsOthers}</p>
    </AccountDialog>
  );
}
