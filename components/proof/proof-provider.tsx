"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { isProofNeeded, type ProofNeeded, type ProofWays } from "@/lib/sessions/proof";
import { type ProofActions, ProofDialog } from "./proof-dialog";

type WithProof = <Answer>(
  ask: () => Promise<Answer | ProofNeeded>,
) => Promise<Answer | ProofNeeded>;

interface ProofProviderProps extends ProofActions {
  readonly children: ReactNode;
}

interface Question {
  readonly ways: ProofWays;
  readonly end: (isProven: boolean) => void;
}

const ProofContext = createContext<WithProof>((ask) => ask());

/** Holds the one dialog that asks again who is there. */
export function ProofProvider({ children, ...actions }: ProofProviderProps) {
  const [question, setQuestion] = useState<Question | null>(null);

  const withProof: WithProof = async (ask) => {
    const answer = await ask();
    if (!isProofNeeded(answer)) return answer;
    const { ways } = answer;
    const isProven = await new Promise<boolean>((end) => setQuestion({ ways, end }));
    setQuestion(null);
    return isProven ? ask() : answer;
  };
  return (
    <ProofContext value={withProof}>
      {children}
      {question && <ProofDialog {...question} {...actions} />}
    </ProofContext>
  );
}

/**
 * For server actions with the rule `proof`. What it returns calls one, and where that answers
 * `proofNeeded`, asks the person and calls again, so that nothing typed is lost:
 *
 *     const withProof = useProof();
 *     const saved = await withProof(() => actions.save(draft));
 *
 * It answers `proofNeeded` itself when the person turned away: nothing was done then, and what was
 * open stays open.
 */
export function useProof(): WithProof {
  return useContext(ProofContext);
}
