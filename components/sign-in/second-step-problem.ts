import { type ProofWay, proofSentence } from "@/components/proof/proof-sentence";
import type { ProofRefusal } from "@/lib/sessions/proof";
import { secondStepWords } from "./second-step-words";

/** What stands in the way; the sign-in still waits. */
export function secondStepProblem(answer: ProofRefusal, way: ProofWay): string {
  if (answer.status === "wrong" && way === "code") return secondStepWords.wrong;
  return proofSentence(answer, way);
}
