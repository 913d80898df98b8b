import { useState } from "react";
import { useAsking } from "@/components/proof/use-asking";
import { TextField } from "@/components/ui/text-field";
import type { AccountActions } from "./account-actions";
import { AccountDialog } from "./account-dialog";
import { accountWords, setUpFactorWords } from "./account-words";
import type { DialogEnds } from "./asked-account";

interface PasswordDialogProps extends DialogEnds {
  readonly hasFactor: boolean;
  readonly changePassword: AccountActions["changePassword"];
}

const words = accountWords.password;
const field = { type: "password", autoComplete: "new-password", maxLength: 1000, required: true };

export function PasswordDialog(props: PasswordDialogProps) {
  const { hasFactor, changePassword, onClose, onDone } = props;
  const asking = useAsking(setUpFactorWords.lost);
  const [password, setPassword] = useState("");
  const [repeat, setRepeat] = useState("");
  const [problems, setProblems] = useState<{ password?: string; repeat?: string }>({});

  async function change() {
    setProblems({});
    if (password !== repeat) return setProblems({ repeat: words.different });
    const changed = await asking.run(() => changePassword({ password }));
    if (changed?.status === "refused") setProblems({ password: changed.problem });
    if (changed?.status === "changed") onDone(accountWords.done.password);
  }

  return (
    <AccountDialog
      title={words.dialog}
      consent={words.consent}
      {...asking}
      onClose={onClose}
      onSubmit={() => void change()}
    >
      <p className="text-muted">{accountWords.endsOthers}</p>
      <TextField
        label={words.next}
        advice={words.body(hasFactor)}
        problem={problems.password}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        data-autofocus
        {...field}
      />
      <TextField
        label={words.repeat}
        problem={problems.repeat}
        value={repeat}
        onChange={(event) => setRepeat(event.target.value)}
        {...field}
      />
    </AccountDialog>
  );
}
