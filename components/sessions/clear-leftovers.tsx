import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { isRedirect } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import type { Clearing } from "@/lib/sessions/clear-leftovers";
import { failureSentence } from "./failure-sentence";
import type { SourceView } from "./roll-view";

export interface OfferedClearing {
  readonly clear: (input: { readonly sourceId: string }) => Promise<Clearing>;
  /** Told in words when it is done, to look again. */
  readonly onCleared: (words: string) => void;
}

interface ClearLeftoversProps {
  readonly source: SourceView;
  readonly clearing: OfferedClearing;
}

export function ClearLeftovers({ source, clearing }: ClearLeftoversProps) {
  const words = useWords();
  const { limitWords } = words;
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function clear() {
    setIsRunning(true);
    setProblem(null);
    const cleared = await clearedOrLost(clearing, source.id);
    setIsRunning(false);
    if (cleared?.status === "done") return clearing.onCleared(limitWords.cleared);
    setProblem(cleared ? failureSentence(words, source, cleared.failure) : limitWords.unreachable);
  }

  return (
    <>
      <Button aria-disabled={isRunning} onClick={() => void (isRunning || clear())}>
        {isRunning ? limitWords.clearing : limitWords.clear}
      </Button>
      {problem && <FormProblem>{problem}</FormProblem>}
    </>
  );
}

async function clearedOrLost({ clear }: OfferedClearing, sourceId: string) {
  try {
    return await clear({ sourceId });
  } catch (error) {
    if (isRedirect(error)) throw error;
    return undefined;
  }
}
