"use client";

import { CircleCheck, LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { bareReason } from "@/components/sessions/bare-reason";
import { failureSentence } from "@/components/sessions/failure-sentence";
import { PrintedText } from "@/components/sessions/printed-text";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Finding } from "@/lib/sessions/server";
import type { Failure } from "@/lib/sessions/source-error";
import { HostKeyQuestion } from "./host-key-question";

interface FindingViewProps {
  readonly server: string;
  readonly finding: Finding | null;
  readonly isAsking: boolean;
  readonly onAccept: (hostKey: string) => void;
}

/** What came of looking at the server. Heard when it comes, and scrolled to. */
export function FindingView({ server, finding, isAsking, onAccept }: FindingViewProps) {
  const { serverFormWords } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (finding || isAsking) place.current?.scrollIntoView({ block: "nearest" });
  }, [finding, isAsking]);
  return (
    <div ref={place} aria-live="polite" className="empty:hidden">
      {isAsking ? (
        <p className="flex items-center gap-2 text-[0.8125rem] text-muted">
          <LoaderCircle aria-hidden="true" className="size-4 shrink-0 animate-spin" />
          {serverFormWords.findingOut(server)}
        </p>
      ) : (
        finding && <Found server={server} finding={finding} onAccept={onAccept} />
      )}
    </div>
  );
}

interface FoundProps extends Pick<FindingViewProps, "server" | "onAccept"> {
  readonly finding: Finding;
}

function Found({ server, finding, onAccept }: FoundProps) {
  const { findingWords, formats } = useWords();
  switch (finding.status) {
    case "not-trusted":
      return <HostKeyQuestion server={server} finding={finding} onAccept={onAccept} />;
    case "failed":
      return <Failed server={server} failure={finding.failure} />;
    case "found":
      return (
        <p className="flex items-start gap-2 rounded-lg bg-accent-wash px-3 py-2.5 text-[0.8125rem]">
          <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
          <span>
            <bdi>{finding.system ?? findingWords.unknownSystem}</bdi> ·{" "}
            {findingWords.answeredIn(formats.formatMilliseconds(finding.roundTripMs))}
          </span>
        </p>
      );
  }
}

function Failed({ server, failure }: { readonly server: string; readonly failure: Failure }) {
  const words = useWords();
  return (
    <div className="grid gap-2">
      <FormProblem>{findingSentence(words, server, "", failure)}</FormProblem>
      {failure.printed !== undefined && <PrintedText server={server} text={failure.printed} />}
    </div>
  );
}

/** Nobody asks again by himself while a server is only being looked at. */
export function findingSentence(
  words: Words,
  server: string,
  provider: string,
  failure: Failure,
): string {
  if (failure.code !== "timed-out") return failureSentence(words, { server, provider }, failure);
  return words.findingWords.timedOut(server, bareReason(words, failure.reason));
}
