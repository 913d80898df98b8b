"use client";

import { useState } from "react";
import { useAsking } from "@/components/proof/use-asking";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { FactorRemoved, WhichFactor } from "@/lib/sessions/account";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import type { DialogEnds } from "./asked-account";

interface RemoveFactorDialogProps extends DialogEnds {
  readonly which: WhichFactor;
  readonly name: string;
  readonly title: string;
  /** It is the last one, and a password would be left alone. */
  readonly needsPassword: boolean;
  readonly removeFactor: AccountActions["removeFactor"];
}

export function RemoveFactorDialog(props: RemoveFactorDialogProps) {
  const words = useWords();
  const { setUpFactorWords, accountWords } = words;
  const { which, name, title, removeFactor, onClose, onDone } = props;
  const asking = useAsking(setUpFactorWords.lost);
  const [password, setPassword] = useState("");
  // Another factor may have gone since the page was opened.
  const [isLast, setIsLast] = useState(props.needsPassword);

  async function remove() {
    const removed = await asking.run(() =>
      removeFactor({ which, password: isLast ? password : null }),
    );
    if (!removed) return;
    if (removed.status === "removed") return onDone(accountWords.done.removed(name));
    if (removed.status === "gone") return onDone(accountWords.done.gone(name));
    if (removed.status === "passwordNeeded") setIsLast(true);
    asking.setProblem(whyItStays(words, removed));
  }

  return (
    <AccountDialog
      title={title}
      consent={accountWords.removal.consent}
      look="danger"
      {...asking}
      onClose={onClose}
      onSubmit={() => void remove()}
    >
      <p>{isLast ? accountWords.removal.last : accountWords.removal.lead}</p>
      {isLast && (
        <TextField
          label={accountWords.removal.password}
          type="password"
          autoComplete="current-password"
          maxLength={1000}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          required
          data-autofocus
        />
      )}
      <p className="text-muted">{accountWords.endsOthers}</p>
    </AccountDialog>
  );
}

function whyItStays({ accountWords }: Words, removed: FactorRemoved): string | null {
  switch (removed.status) {
    case "wrong":
      return accountWords.removal.wrong;
    case "passwordTooShort":
      return accountWords.removal.tooShort;
    case "tooMany":
      return accountWords.removal.tooMany(Math.ceil(removed.retryAfterSeconds / 60));
    case "removed":
    case "gone":
    case "passwordNeeded":
      return null;
  }
}
