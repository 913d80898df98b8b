"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";

export interface SetUpState {
  readonly login: string;
  readonly problems: {
    readonly login?: string | undefined;
    readonly password?: string | undefined;
    readonly repeat?: string | undefined;
  };
}

interface SetUpFormProps {
  readonly token: string;
  readonly setUp: (before: SetUpState, form: FormData) => Promise<SetUpState>;
}

export function SetUpForm({ token, setUp }: SetUpFormProps) {
  const { setUpWords } = useWords();
  const [state, submit, isPending] = useActionState(setUp, { login: "", problems: {} });
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <TextField
        label={setUpWords.login}
        name="login"
        defaultValue={state.login}
        problem={state.problems.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        required
      />
      <TextField
        label={setUpWords.password}
        name="password"
        type="password"
        advice={setUpWords.passwordAdvice}
        problem={state.problems.password}
        autoComplete="new-password"
        maxLength={1000}
        required
      />
      <TextField
        label={setUpWords.repeat}
        name="repeat"
        type="password"
        problem={state.problems.repeat}
        autoComplete="new-password"
        maxLength={1000}
        required
      />
      <Button type="submit" look="accent" isWide disabled={isPending}>
        {isPending ? setUpWords.submitting : setUpWords.submit}
      </Button>
    </form>
  );
}
