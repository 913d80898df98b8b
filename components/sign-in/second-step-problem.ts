import { type ProofWay, proofSentence } from "@/components/proof/proof-sentence";
import type { Words } from "@/components/words/words";
import type { ProofRefusal } from "@/lib/sessions/proof";

/** What stands in the way; the sign-in still waits. */
export function secondStepProblem(words: Words, answer: ProofRefusal, way: ProofWay): string {
  if (answer.status === "wrong" && way === "code") return words.secondStepWords.wrong;
  return proofSentence(words, answer, way);
}
