"use client";

import { useActionState, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import type { DemoLogin } from "@/lib/sessions/demo-login";
import { DemoLogins } from "./demo-logins";

export interface SignInState {
  /** Kept, so that it need not be typed again. */
  readonly login: string;
  readonly problem: string | null;
}

interface SignInFormProps {
  /** Why the person is here again, if they are. */
  readonly first: string | null;
  /** Null where the servers are real. */
  readonly demoLogins: readonly DemoLogin[] | null;
  readonly signIn: (before: SignInState, form: FormData) => Promise<SignInState>;
}

export function SignInForm({ first, demoLogins, signIn }: SignInFormProps) {
  const { signInWords } = useWords();
  const [state, submit, isPending] = useActionState(signIn, { login: "", problem: first });
  const form = useRef<HTMLFormElement>(null);
  const fill = ({ login, password }: DemoLogin) => {
    setField(form.current, "login", login);
    setField(form.current, "password", password);
    form.current?.querySelector<HTMLButtonElement>("[type=submit]")?.focus();
  };
  return (
    <form ref={form} action={submit} className="grid gap-4">
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
      {demoLogins && <DemoLogins logins={demoLogins} fill={fill} />}
    </form>
  );
}

function setField(form: HTMLFormElement | null, name: string, value: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
