"use client";

import { Languages } from "lucide-react";
import { useTransition } from "react";
import { type ChosenLanguage, chosenLanguageSchema } from "@/components/words/language";
import { useWords } from "@/components/words/use-words";

export interface LanguageChoiceProps {
  readonly language: ChosenLanguage;
  readonly choose: (language: ChosenLanguage) => Promise<void>;
}

export function LanguageChoice({ language, choose }: LanguageChoiceProps) {
  const { frameWords } = useWords();
  const [isPending, startTransition] = useTransition();
  return (
    <label
      data-hint={frameWords.language}
      className="flex h-8 items-center gap-2 rounded-lg border border-line bg-page px-2.5 text-[0.8125rem] text-muted transition-colors duration-100 hover:text-text"
    >
      <Languages aria-hidden="true" className="size-4 shrink-0" />
      <select
        name="language"
        aria-label={frameWords.language}
        defaultValue={language}
        disabled={isPending}
        onChange={({ target }) => {
          const chosen = chosenLanguageSchema.parse(target.value);
          startTransition(() => choose(chosen));
        }}
        className="min-w-0 flex-1 cursor-pointer bg-transparent"
      >
        {chosenLanguageSchema.options.map((option) => (
          <option key={option} value={option} className="bg-card text-text">
            {frameWords.languages[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
