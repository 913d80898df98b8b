"use client";

import { Clock, ServerOff } from "lucide-react";
import { bareReason } from "@/components/sessions/bare-reason";
import { PrintedText } from "@/components/sessions/printed-text";
import { useWords } from "@/components/words/use-words";
import { troublesOf } from "./server-health";
import type { ServerView } from "./server-view";

/** Why it does not answer, and what to do now: amber where old rows are shown, red where none can be. */
export function ServerTroubles({ server }: { readonly server: ServerView }) {
  const words = useWords();
  const { serverWords } = words;
  const { name, problem } = server;
  if (problem !== null) {
    return <Trouble sentence={serverWords.cannotBeUsed(name, bareReason(words, problem))} />;
  }
  return troublesOf(server).map(({ sentence, titles, isStale, printed }) => (
    <Trouble
      key={sentence}
      sentence={titles.length === 0 ? sentence : `${titles.join(", ")}: ${sentence}`}
      isStale={isStale}
    >
      {printed !== null && <PrintedText server={name} text={printed} />}
    </Trouble>
  ));
}

interface TroubleProps {
  readonly sentence: string;
  readonly isStale?: boolean;
  readonly children?: React.ReactNode;
}

function Trouble({ sentence, isStale = false, children }: TroubleProps) {
  const Icon = isStale ? Clock : ServerOff;
  const colours = isStale ? "bg-stale-wash text-stale-word" : "bg-danger-wash text-danger-word";
  return (
    <div className={`wrap-anywhere flex items-start gap-2 rounded-lg px-3 py-2 ${colours}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p>{sentence}</p>
        {children}
      </div>
    </div>
  );
}
