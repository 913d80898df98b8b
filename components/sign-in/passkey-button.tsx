"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import {
  askForPasskey,
  type PasskeyToUse,
  type UsedPasskey,
} from "@/components/proof/ask-for-passkey";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useHydrated } from "@/components/ui/use-hydrated";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";

export interface PasskeyActions {
  /** Undefined when there is nothing to sign in to any more. */
  readonly ask: () => Promise<PasskeyToUse | undefined>;
  /** Leads on when it holds; else says why not. */
  readonly enter: (given: UsedPasskey) => Promise<string>;
}

interface PasskeyButtonProps extends PasskeyActions {
  readonly label: string;
}

/** Not there before and without the page's scripts, for then it could do nothing. */
export function PasskeyButton({ label, ask, enter }: PasskeyButtonProps) {
  const words = useWords();
  const { secondStepWords } = words;
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!useHydrated()) return null;

  async function use() {
    setProblem(null);
    setIsAsking(true);
    const answer = await answerOrLost(() => askAndEnter(words, { ask, enter }));
    if (answer === leaving) return;
    setIsAsking(false);
    setProblem(answer === lost ? secondStepWords.lost : answer);
  }

  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-3 text-[0.8125rem] text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {secondStepWords.or}
      </p>
      {problem && <FormProblem>{problem}</FormProblem>}
      <Button isWide onClick={() => void use()} disabled={isAsking}>
        <KeyRound aria-hidden="true" className="size-4" />
        {isAsking ? secondStepWords.passkeyAsking : label}
      </Button>
    </div>
  );
}

async function askAndEnter(
  { secondStepWords }: Words,
  { ask, enter }: PasskeyActions,
): Promise<string> {
  const toUse = await ask();
  if (!toUse) return secondStepWords.over;
  const used = await askForPasskey(toUse);
  return used ? enter(used) : secondStepWords.passkeyFailed;
}
