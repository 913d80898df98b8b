"use client";

import { useState } from "react";
import { showControls } from "@/components/format/show-controls";
import { useAsking } from "@/components/proof/use-asking";
import { useWords } from "@/components/words/use-words";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import type { DialogEnds } from "./asked-account";
import { PasskeyNameField } from "./passkey-name-field";

interface RenameDialogProps extends DialogEnds {
  readonly id: string;
  readonly name: string;
  readonly renamePasskey: AccountActions["renamePasskey"];
}

export function RenameDialog({
  id,
  name: before,
  renamePasskey,
  onClose,
  onDone,
}: RenameDialogProps) {
  const { setUpFactorWords, accountWords } = useWords();
  const asking = useAsking(setUpFactorWords.lost);
  const [name, setName] = useState(before);
  const words = accountWords.passkeys;

  async function rename() {
    if (name.trim() === "") return;
    const isThere = await asking.run(() => renamePasskey({ id, name }));
    if (isThere === undefined) return;
    const { renamed, gone } = accountWords.done;
    onDone(isThere ? renamed(showControls(name.trim())) : gone(words.named(showControls(before))));
  }

  return (
    <AccountDialog
      title={words.renameTitle}
      consent={words.save}
      {...asking}
      onClose={onClose}
      onSubmit={() => void rename()}
    >
      <PasskeyNameField name={name} onName={setName} />
    </AccountDialog>
  );
}
