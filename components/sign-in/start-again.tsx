"use client";

import { useWords } from "@/components/words/use-words";

/** For who is somebody else, or came here by mistake. */
export function StartAgain({ startAgain }: { readonly startAgain: () => Promise<void> }) {
  const { secondStepWords } = useWords();
  return (
    <form action={startAgain} className="text-center">
      <button type="submit" className="rounded font-medium text-[0.8125rem] text-accent underline">
        {secondStepWords.startAgain}
      </button>
    </form>
  );
}
