import type { ProofRefusal } from "@/lib/sessions/proof";
import { proofWords } from "./proof-words";

export type ProofWay = "password" | "code" | "passkey";

/** What stands in the way, after a proof that did not hold. */
export function proofSentence(answer: ProofRefusal, way: ProofWay): string {
  switch (answer.status) {
    case "wrong":
      return proofWords.wrong[way];
    case "tooMany":
      return proofWords.tooMany(Math.ceil(answer.retryAfterSeconds / 60));
    case "tooManyCodes":
      return proofWords.tooManyCodes(Math.ceil(answer.retryAfterSeconds / 60));
    case "noKey":
      return proofWords.noKey;
  }
}
