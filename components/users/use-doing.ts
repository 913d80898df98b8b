"use client";

import { useState } from "react";
import { useProof } from "@/components/proof/proof-provider";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { isProofNeeded, type ProofNeeded } from "@/lib/sessions/proof";
import { userWords } from "./user-words";

/** One wish at a time. While it runs its dialog stays open, and where it fails too. */
export function useDoing() {
  const withProof = useProof();
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** Undefined where nothing more is to be said: it was lost, turned away, or another page is coming. */
  async function run<Answer>(
    ask: () => Promise<Answer | ProofNeeded>,
  ): Promise<Answer | undefined> {
    setProblem(null);
    setIsRunning(true);
    const answer = await answerOrLost(() => withProof(ask));
    setIsRunning(false);
    if (answer === lost) setProblem(userWords.lost);
    if (answer === lost || answer === leaving || isProofNeeded(answer)) return undefined;
    return answer;
  }
  return { isRunning, problem, setProblem, run };
}
