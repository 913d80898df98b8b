"use client";

import { useState } from "react";
import {
  askToMakePasskey,
  type MadePasskey,
  type PasskeyToAdd,
} from "@/components/proof/ask-for-passkey";
import { useProof } from "@/components/proof/proof-provider";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import type { FactorAdded } from "@/lib/sessions/account";
import { isProofNeeded, type ProofNeeded } from "@/lib/sessions/proof";
import { addedProblem } from "./added-problem";

export interface AddPasskey {
  /** Undefined when there is nothing to add it to any more. */
  readonly ask: () => Promise<PasskeyToAdd | ProofNeeded | undefined>;
  readonly add: (given: {
    readonly made: MadePasskey;
    readonly name: string;
  }) => Promise<FactorAdded | ProofNeeded | { readonly status: "over" }>;
}

/** What came with it, and what it is called. */
export type OnAdded = (backupCodes: readonly string[] | null, name: string) => void;

export function usePasskeyAdding({ ask, add }: AddPasskey, onAdded: OnAdded) {
  const words = useWords();
  const { setUpFactorWords } = words;
  const withProof = useProof();
  const [name, setName] = useState<string>(setUpFactorWords.passkeyNameDefault);
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function addMade() {
    const toAdd = await withProof(ask);
    if (isProofNeeded(toAdd)) return toAdd;
    if (!toAdd) return { status: "over" } as const;
    const made = await askToMakePasskey(toAdd);
    return made ? withProof(() => add({ made, name })) : undefined;
  }

  async function submit() {
    if (isRunning || name.trim() === "") return;
    setProblem(null);
    setIsRunning(true);
    const answer = await answerOrLost(addMade);
    setIsRunning(false);
    if (answer === leaving) return;
    if (answer === lost) return setProblem(setUpFactorWords.lost);
    if (answer === undefined) return setProblem(setUpFactorWords.passkeyFailed);
    if (answer.status === "added") return onAdded(answer.backupCodes, name.trim());
    setProblem(addedProblem(words, answer, setUpFactorWords.wrongPasskey));
  }

  return { name, setName, isRunning, problem, submit };
}
