"use client";

import { ShieldAlert, ShieldCheck, ShieldQuestion } from "lucide-react";
import { useState } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { answerOrLost, leaving, lost } from "@/components/ui/use-look";
import { useWords } from "@/components/words/use-words";
import type { AuditStanding } from "@/lib/sessions/audit-search";
import { findingSentence } from "./finding-sentence";

interface AuditStandingLineProps {
  /** Null while it has not been verified since the start. */
  readonly first: AuditStanding | null;
  readonly asOf: Date;
  readonly verify: () => Promise<AuditStanding>;
}

/** Whether the chain holds, when that was seen, and a button to look now. */
export function AuditStandingLine({ first, asOf, verify }: AuditStandingLineProps) {
  const words = useWords();
  const { auditStandingWords } = words;
  const [isVerifying, setIsVerifying] = useState(false);
  const [isLost, setIsLost] = useState(false);
  const [found, setFound] = useState<AuditStanding | null>(null);
  const standing = found ?? first;

  async function verifyNow() {
    if (isVerifying) return;
    setIsVerifying(true);
    const answer = await answerOrLost(verify);
    setIsVerifying(false);
    setIsLost(answer === lost);
    if (answer !== lost && answer !== leaving) setFound(answer);
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="flex min-w-0 flex-1 basis-80 items-start gap-2 text-[0.8125rem]">
        <Sign standing={standing} />
        <span className="wrap-anywhere min-w-0">
          {standing ? findingSentence(words, standing.finding) : auditStandingWords.notYet}{" "}
          {standing && (
            <time
              dateTime={standing.at.toISOString()}
              suppressHydrationWarning
              className="text-muted-word"
            >
              {found
                ? auditStandingWords.now
                : auditStandingWords.ago(
                    words.formats.formatElapsed(secondsBetween(standing.at, asOf)),
                  )}
            </time>
          )}
        </span>
      </p>
      <Button onClick={() => void verifyNow()} aria-disabled={isVerifying}>
        {isVerifying ? auditStandingWords.verifying : auditStandingWords.verify}
      </Button>
      {isLost && <FormProblem>{auditStandingWords.lost}</FormProblem>}
    </div>
  );
}

function Sign({ standing }: { readonly standing: AuditStanding | null }) {
  if (!standing)
    return <ShieldQuestion aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-word" />;
  return standing.finding.status === "holds" ? (
    <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-down-word" />
  ) : (
    <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-word" />
  );
}
