import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import { type PastAct, toEndedBy } from "@/lib/sessions/past-acts";
import { actionWords, endedWords } from "./action-words";
import { detailWords } from "./detail-words";
import { outcomeSentence } from "./outcome-sentence";

/** "Removed by boris, 12 s ago."; else what was tried, and what became of it. */
export function pastActSentence(act: PastAct, now: Date): string {
  const { action, operator, at, outcome } = act;
  if (outcome.status === "done" && action !== "sendMessage") {
    const words = endedWords(toEndedBy(act, now));
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }
  const { button, manner } = actionWords[action];
  const ago = formatElapsed(secondsBetween(at, now));
  const tried = detailWords.tried(`${button}${manner}`, showControls(operator), ago);
  return `${tried} ${outcomeSentence(action, outcome)}`;
}
