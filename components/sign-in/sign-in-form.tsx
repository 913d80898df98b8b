"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";

export interface SignInState {
  /** Kept, so that it need not be typed again. */
  readonly login: string;
  readonly problem: string | null;
}

interface SignInFormProps {
  /** Why the person is here again, if they are. */
  readonly first: string | null;
  readonly signIn: (before: SignInState, form: FormData) => Promise<SignInState>;
}

export function SignInForm({ first, signIn }: SignInFormProps) {
  const { signInWords } = useWords();
  const [state, submit, isPending] = useActionState(signIn, { login: "", problem: first });
  return (
    <form action={submit} className="grid gap-4">
      {state.problem && <FormProblem>{state.problem}</FormProblem>}
      <TextField
        label={signInWords.login}
        name="login"
        defaultValue={state.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        required
      />
      <TextField
        label={signInWords.password}
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={1000}
        required
      />
      <Button type="submit" look="accent" isWide disabled={isPending}>
        {isPending ? signInWords.submitting : signInWords.submit}
      </Button>
    </form>
  );
}
