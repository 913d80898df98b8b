"use client";

import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import { digestOf, noDatabaseDigest } from "./digest";

export type Told<Answer> =
  | { readonly status: "answered"; readonly answer: Answer }
  /** Why, in words. */
  | { readonly status: "lost"; readonly problem: string }
  /** Another page is coming. */
  | { readonly status: "leaving" };

/** What a server action answers; where it does not, `lostSentence`, or that nothing was done where that is known. */
export function useAnswerOrProblem() {
  const { brokenWords } = useWords();
  return <Answer>(ask: () => Promise<Answer>, lostSentence: string) =>
    answerOrProblem(ask, { lost: lostSentence, noDatabase: brokenWords.noDatabase });
}

interface LostSentences {
  readonly lost: string;
  readonly noDatabase: string;
}

async function answerOrProblem<Answer>(
  ask: () => Promise<Answer>,
  sentences: LostSentences,
): Promise<Told<Answer>> {
  let problem = sentences.lost;
  const answer = await answerOrLost(() =>
    ask().catch((error: unknown) => {
      if (digestOf(error) === noDatabaseDigest) problem = sentences.noDatabase;
      throw error;
    }),
  );
  if (answer === leaving) return { status: "leaving" };
  return answer === lost ? { status: "lost", problem } : { status: "answered", answer };
}
