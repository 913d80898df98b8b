import { limitAdvice, limitSentence } from "@/components/sessions/limit-sentence";
import { CopyLine } from "@/components/ui/copy-line";
import { useWords } from "@/components/words/use-words";
import type { SourceLimit } from "@/lib/sessions/source-limit";

interface SourceLimitsProps {
  readonly provider: string;
  readonly limits: readonly SourceLimit[];
}

/** What is missing, and the very line that lifts it. */
export function SourceLimits({ provider, limits }: SourceLimitsProps) {
  const words = useWords();
  return limits.map((limit) => (
    <div key={limit.code} className="grid justify-items-start gap-1.5">
      <p className={limit.code === "daemon-gone" ? "text-stale-word" : undefined}>
        {limitSentence(words, { provider }, limit)}{" "}
        <span className="text-muted-word">{limitAdvice(words, limit)}</span>
      </p>
      {limit.remedy !== null && <CopyLine text={limit.remedy} words={words.copyWords} />}
    </div>
  ));
}
