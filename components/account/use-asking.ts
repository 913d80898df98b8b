"use client";

import { useState } from "react";
import { useProof } from "@/components/proof/proof-provider";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { isProofNeeded, type ProofNeeded } from "@/lib/sessions/proof";
import { setUpFactorWords } from "./account-words";

/** One question of a dialog at a time, and what stands in its way. */
export function useAsking() {
  const withProof = useProof();
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** Undefined when no answer came; the problem says why, where the person does not know. */
  async function run<Answer>(
    ask: () => Promise<Answer | ProofNeeded>,
  ): Promise<Answer | undefined> {
    setProblem(null);
    setIsRunning(true);
    const answer = await answerOrLost(() => withProof(ask));
    setIsRunning(false);
    if (answer === lost) setProblem(setUpFactorWords.lost);
    if (answer === lost || answer === leaving || isProofNeeded(answer)) return undefined;
    return answer;
  }

  return { isRunning, problem, setProblem, run };
}
