"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import { type PasskeyActions, PasskeyButton } from "./passkey-button";
import { StartAgain } from "./start-again";

export interface SecondStepState {
  readonly problem: string | null;
}

interface SecondStepFormProps {
  readonly finish: (before: SecondStepState, form: FormData) => Promise<SecondStepState>;
  /** Null for who has no passkey. */
  readonly passkey: PasskeyActions | null;
  readonly startAgain: () => Promise<void>;
}

export function SecondStepForm({ finish, passkey, startAgain }: SecondStepFormProps) {
  const { secondStepWords } = useWords();
  const [state, submit, isPending] = useActionState(finish, { problem: null });
  return (
    <div className="grid gap-4">
      <form action={submit} className="grid gap-4">
        {state.problem && <FormProblem>{state.problem}</FormProblem>}
        <TextField
          label={secondStepWords.code}
          name="code"
          advice={secondStepWords.codeAdvice}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          required
          autoFocus
        />
        <Button type="submit" look="accent" isWide disabled={isPending}>
          {isPending ? secondStepWords.submitting : secondStepWords.submit}
        </Button>
      </form>
      {passkey && <PasskeyButton label={secondStepWords.passkey} {...passkey} />}
      <StartAgain startAgain={startAgain} />
    </div>
  );
}
