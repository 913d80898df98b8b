"use client";

import { Clock, ServerOff } from "lucide-react";
import type { ReactNode } from "react";
import { bareReason } from "@/components/sessions/bare-reason";
import { PrintedText } from "@/components/sessions/printed-text";
import { useWords } from "@/components/words/use-words";
import { troublesOf } from "./server-health";
import type { ServerView } from "./server-view";

interface ServerTroublesProps {
  readonly server: ServerView;
  /** Null where the operator may not change it here. */
  readonly onReview: (() => void) | null;
}

/** Why it does not answer, and what to do now: amber where old rows are shown, red where none can be. */
export function ServerTroubles({ server, onReview }: ServerTroublesProps) {
  const words = useWords();
  const { serverWords } = words;
  const { name, problem } = server;
  const review = onReview && <Review server={name} onReview={onReview} />;
  if (problem !== null) {
    const sentence = serverWords.cannotBeUsed(name, bareReason(words, problem));
    return <Trouble sentence={sentence} review={review} />;
  }
  return troublesOf(server).map(({ sentence, isStale, printed }) => (
    <Trouble key={sentence} sentence={sentence} isStale={isStale} review={review}>
      {printed !== null && <PrintedText server={name} text={printed} />}
    </Trouble>
  ));
}

interface ReviewProps {
  readonly server: string;
  readonly onReview: () => void;
}

function Review({ server, onReview }: ReviewProps) {
  const { stateWords } = useWords();
  return (
    <button type="button" onClick={onReview} className="font-semibold underline">
      {stateWords.review(server)}
    </button>
  );
}

interface TroubleProps {
  readonly sentence: string;
  readonly review: ReactNode;
  readonly isStale?: boolean;
  readonly children?: ReactNode;
}

function Trouble({ sentence, review, isStale = false, children }: TroubleProps) {
  const Icon = isStale ? Clock : ServerOff;
  const colours = isStale ? "bg-stale-wash text-stale-word" : "bg-danger-wash text-danger-word";
  return (
    <div className={`wrap-anywhere flex items-start gap-2 rounded-lg px-3 py-2 ${colours}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p>
          {sentence} {review}
        </p>
        {children}
      </div>
    </div>
  );
}
