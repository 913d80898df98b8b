"use client";

import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { isProofNeeded, type ProofNeeded } from "@/lib/sessions/proof";
import { useProof } from "./proof-provider";

/** One question of a dialog at a time, and what stands in its way: `lost` where no answer came. */
export function useAsking(lost: string) {
  const withProof = useProof();
  const answerOrProblem = useAnswerOrProblem();
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** Undefined when no answer came; the problem says why, where the person does not know. */
  async function run<Answer>(
    ask: () => Promise<Answer | ProofNeeded>,
  ): Promise<Answer | undefined> {
    setProblem(null);
    setIsRunning(true);
    const told = await answerOrProblem(() => withProof(ask), lost);
    setIsRunning(false);
    if (told.status === "lost") setProblem(told.problem);
    if (told.status !== "answered" || isProofNeeded(told.answer)) return undefined;
    return told.answer;
  }

  return { isRunning, problem, setProblem, run };
}
