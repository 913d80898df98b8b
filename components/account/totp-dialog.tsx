"use client";

import { useState } from "react";
import { useAsking } from "@/components/proof/use-asking";
import { useWords } from "@/components/words/use-words";
import type { TotpOffer } from "@/lib/sessions/account";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import { addedProblem } from "./added-problem";
import type { DialogEnds } from "./asked-account";
import { TotpOfferView } from "./totp-offer-view";

interface TotpDialogProps extends DialogEnds {
  readonly offer: TotpOffer;
  readonly addTotp: AccountActions["addTotp"];
}

export function TotpDialog({ offer, addTotp, onClose, onDone }: TotpDialogProps) {
  const words = useWords();
  const { setUpFactorWords, accountWords } = words;
  const asking = useAsking(setUpFactorWords.lost);
  const [code, setCode] = useState("");

  async function add() {
    const added = await asking.run(() => addTotp({ code }));
    if (added?.status === "added") return onDone(accountWords.done.totp, added.backupCodes);
    if (added) asking.setProblem(addedProblem(words, added, setUpFactorWords.wrongCode));
  }

  return (
    <AccountDialog
      title={accountWords.totp.dialog}
      consent={setUpFactorWords.addTotp}
      running={setUpFactorWords.addingTotp}
      {...asking}
      onClose={onClose}
      onSubmit={() => void add()}
    >
      <TotpOfferView offer={offer} typed={{ code, onCode: setCode }} />
      <p className="text-muted">{accountWords.endsOthers}</p>
    </AccountDialog>
  );
}
