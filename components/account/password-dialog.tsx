"use client";

import { useState } from "react";
import { useAsking } from "@/components/proof/use-asking";
import { TextField } from "@/components/ui/text-field";
import { reasonText } from "@/components/words/reason-text";
import { useWords } from "@/components/words/use-words";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import type { DialogEnds } from "./asked-account";

interface PasswordDialogProps extends DialogEnds {
  readonly hasFactor: boolean;
  readonly changePassword: AccountActions["changePassword"];
}

const field = { type: "password", autoComplete: "new-password", maxLength: 1000, required: true };

export function PasswordDialog(props: PasswordDialogProps) {
  const words = useWords();
  const { setUpFactorWords, accountWords } = words;
  const { hasFactor, changePassword, onClose, onDone } = props;
  const asking = useAsking(setUpFactorWords.lost);
  const [password, setPassword] = useState("");
  const [repeat, setRepeat] = useState("");
  const [problems, setProblems] = useState<{ password?: string; repeat?: string }>({});

  async function change() {
    setProblems({});
    if (password !== repeat) return setProblems({ repeat: accountWords.password.different });
    const changed = await asking.run(() => changePassword({ password }));
    if (changed?.status === "refused")
      setProblems({ password: reasonText(words, changed.problem) });
    if (changed?.status === "changed") onDone(accountWords.done.password);
  }

  return (
    <AccountDialog
      title={accountWords.password.dialog}
      consent={accountWords.password.consent}
      {...asking}
      onClose={onClose}
      onSubmit={() => void change()}
    >
      <p className="text-muted">{accountWords.endsOthers}</p>
      <TextField
        label={accountWords.password.next}
        advice={accountWords.password.body(hasFactor)}
        problem={problems.password}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        data-autofocus
        {...field}
      />
      <TextField
        label={accountWords.password.repeat}
        problem={problems.repeat}
        value={repeat}
        onChange={(event) => setRepeat(event.target.value)}
        {...field}
      />
    </AccountDialog>
  );
}
