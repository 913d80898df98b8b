"use client";

import { useAsking } from "@/components/proof/use-asking";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/components/words/use-words";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import type { DialogEnds } from "./asked-account";
import { BackupCodesView } from "./backup-codes-view";

interface MakeCodesDialogProps extends DialogEnds {
  readonly makeBackupCodes: AccountActions["makeBackupCodes"];
}

export function MakeCodesDialog({ makeBackupCodes, onClose, onDone }: MakeCodesDialogProps) {
  const { setUpFactorWords, accountWords } = useWords();
  const asking = useAsking(setUpFactorWords.lost);
  const words = accountWords.backupCodes;

  async function make() {
    const codes = await asking.run(makeBackupCodes);
    if (codes) onDone(accountWords.done.codes, codes);
  }

  return (
    <AccountDialog
      title={words.dialog}
      consent={words.consent}
      {...asking}
      onClose={onClose}
      onSubmit={() => void make()}
    >
      <p>{words.lead}</p>
      <p className="text-muted">{accountWords.endsOthers}</p>
    </AccountDialog>
  );
}

interface CodesDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Closed by its button alone: they are not shown again. */
export function CodesDialog({ codes, onClose }: CodesDialogProps) {
  const { setUpFactorWords } = useWords();
  return (
    <Dialog
      title={setUpFactorWords.codesTitle}
      isHeldOpen
      onClose={onClose}
      onSubmit={onClose}
      buttons={
        <Button type="submit" look="accent">
          {setUpFactorWords.kept}
        </Button>
      }
    >
      <BackupCodesView codes={codes} />
    </Dialog>
  );
}
