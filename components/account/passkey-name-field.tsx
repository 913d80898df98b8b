"use client";

import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";

interface PasskeyNameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

export function PasskeyNameField({ name, onName }: PasskeyNameFieldProps) {
  const { setUpFactorWords } = useWords();
  return (
    <TextField
      label={setUpFactorWords.passkeyName}
      advice={setUpFactorWords.passkeyNameAdvice}
      value={name}
      onChange={(event) => onName(event.target.value)}
      maxLength={60}
      required
      data-autofocus
    />
  );
}
