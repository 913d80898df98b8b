"use client";

import { useState } from "react";
import { answerOrProblem } from "@/components/frame/answer-or-problem";
import { useProof } from "@/components/proof/proof-provider";
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
    const told = await answerOrProblem(() => withProof(ask), userWords.lost);
    setIsRunning(false);
    if (told.status === "lost") setProblem(told.problem);
    if (told.status !== "answered" || isProofNeeded(told.answer)) return undefined;
    return told.answer;
  }
  return { isRunning, problem, setProblem, run };
}
