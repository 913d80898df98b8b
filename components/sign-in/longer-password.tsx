"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";

export interface LongerPasswordState {
  readonly problems: { readonly password?: string; readonly repeat?: string };
}

interface LongerPasswordProps {
  readonly changePassword: (
    before: LongerPasswordState,
    form: FormData,
  ) => Promise<LongerPasswordState>;
}

export function LongerPassword({ changePassword }: LongerPasswordProps) {
  const { enrolmentWords } = useWords();
  const [{ problems }, submit, isPending] = useActionState(changePassword, { problems: {} });
  const field = { type: "password", autoComplete: "new-password", maxLength: 1000, required: true };
  return (
    <form action={submit} className="grid gap-4">
      <h2 className="font-semibold">{enrolmentWords.passwordTitle}</h2>
      <TextField
        label={enrolmentWords.password}
        name="password"
        advice={enrolmentWords.passwordAdvice}
        problem={problems.password}
        {...field}
      />
      <TextField label={enrolmentWords.repeat} name="repeat" problem={problems.repeat} {...field} />
      <Button type="submit" isWide disabled={isPending}>
        {enrolmentWords.passwordSubmit}
      </Button>
    </form>
  );
}
