import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import type { Words } from "@/components/words/words";
import { type PastAct, toEndedBy } from "@/lib/sessions/past-acts";
import { endedBy } from "./ended-by";
import { outcomeSentence } from "./outcome-sentence";

/** "Removed by boris, 12 s ago."; else what was tried, and what became of it. */
export function pastActSentence(words: Words, act: PastAct, now: Date): string {
  const { actionWords, detailWords, formats } = words;
  const { action, operator, at, outcome } = act;
  if (outcome.status === "done" && action !== "sendMessage") {
    return detailWords.done(endedBy(words, toEndedBy(act, now)));
  }
  const ago = formats.formatElapsed(secondsBetween(at, now));
  const tried = detailWords.tried(actionWords[action].asked, showControls(operator), ago);
  return `${tried} ${outcomeSentence(words, action, outcome)}`;
}
