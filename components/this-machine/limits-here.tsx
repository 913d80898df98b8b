import { limitAdvice, limitSentence } from "@/components/sessions/limit-sentence";
import { CopyLine } from "@/components/ui/copy-line";
import { useWords } from "@/components/words/use-words";
import type { LimitHere } from "@/lib/sessions/here";

interface LimitsHereProps {
  readonly provider: string;
  readonly limits: readonly LimitHere[];
}

/** What is missing, and the command that gives it here; else the line to add somewhere. */
export function LimitsHere({ provider, limits }: LimitsHereProps) {
  const words = useWords();
  const { copyWords, thisMachineWords } = words;
  return limits.map((limit) => {
    const { code, command, remedy, isShutIn } = limit;
    const line = command ?? remedy;
    return (
      <div key={code} className="grid justify-items-start gap-1.5">
        <p>
          {limitSentence(words, { provider }, limit)}{" "}
          <span className="text-muted-word">
            {command !== null && thisMachineWords.commandLead}
            {command === null && (isShutIn ? thisMachineWords.shutIn : limitAdvice(words, limit))}
          </span>
        </p>
        {line !== null && <CopyLine text={line} words={copyWords} />}
      </div>
    );
  });
}
