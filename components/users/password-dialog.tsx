"use client";

import { useState } from "react";
import { useAsking } from "@/components/proof/use-asking";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import type { KnownUser } from "@/lib/sessions/user";
import { refusalSentence } from "./refusal-sentence";
import { sayProblems } from "./say-problems";
import type { UserActions } from "./user-actions";

interface PasswordDialogProps {
  readonly user: KnownUser;
  readonly setPassword: UserActions["setPassword"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function PasswordDialog({ user, setPassword, onClose, onDone }: PasswordDialogProps) {
  const words = useWords();
  const { frameWords, userWords, userPasswordWords, userFormWords } = words;
  const { id, login, sessionCount } = user;
  const { isRunning, problem, setProblem, run } = useAsking(userWords.lost);
  const [password, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | undefined>(undefined);

  async function submit() {
    setWrong(undefined);
    const answer = await run(() => setPassword({ id, password }));
    if (!answer) return;
    if (answer.status === "problems") return setWrong(sayProblems(words, answer.problems).password);
    const refusal = refusalSentence(words, login, answer);
    if (refusal === null) onDone(userPasswordWords.done(login));
    else setProblem(refusal);
  }
  return (
    <Dialog
      title={userPasswordWords.title(login)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || submit())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="danger" aria-disabled={isRunning}>
            {isRunning ? userPasswordWords.running : userPasswordWords.consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      <p>{userWords.sessionsEnd(login, sessionCount)}</p>
      <TextField
        label={userPasswordWords.password}
        advice={userFormWords.passwordAdvice}
        problem={wrong}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={({ target }) => setTyped(target.value)}
      />
    </Dialog>
  );
}
