import type { Words } from "@/components/words/words";
import type { ProofRefusal } from "@/lib/sessions/proof";

export type ProofWay = "password" | "code" | "passkey";

/** What stands in the way, after a proof that did not hold. */
export function proofSentence({ proofWords }: Words, answer: ProofRefusal, way: ProofWay): string {
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
