"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useOptimistic, useTransition } from "react";
import { useWords } from "@/components/words/use-words";
import type { Theme } from "./theme";

const choices = [
  { theme: "system", icon: Monitor },
  { theme: "light", icon: Sun },
  { theme: "dark", icon: Moon },
] as const;

interface ThemeSwitchProps {
  readonly theme: Theme;
  readonly choose: (theme: Theme) => Promise<void>;
}

export function ThemeSwitch({ theme, choose }: ThemeSwitchProps) {
  const { frameWords } = useWords();
  const [shown, show] = useOptimistic(theme);
  const [, startTransition] = useTransition();
  const onChoose = (chosen: Theme) =>
    startTransition(async () => {
      show(chosen);
      await choose(chosen);
    });
  return (
    <fieldset className="flex rounded-lg border border-line bg-page p-0.5">
      <legend className="sr-only">{frameWords.theme.legend}</legend>
      {choices.map(({ theme: choice, icon: Icon }) => (
        <button
          key={choice}
          type="button"
          aria-pressed={shown === choice}
          aria-label={frameWords.theme[choice]}
          data-hint={frameWords.theme[choice]}
          onClick={() => onChoose(choice)}
          className="grid h-7 flex-1 place-items-center rounded-md px-2.5 text-muted transition-colors duration-100 hover:text-text aria-pressed:bg-card aria-pressed:text-accent aria-pressed:shadow-xs"
        >
          <Icon aria-hidden="true" className="size-4" />
        </button>
      ))}
    </fieldset>
  );
}
