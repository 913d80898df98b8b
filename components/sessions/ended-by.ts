import { showControls } from "@/components/format/show-controls";
import type { Words } from "@/components/words/words";
import type { EndedBy } from "@/lib/sessions/action-outcome";

/** "removed by boris, 12 s ago"; of several, when the last of them was. */
export function endedBy(
  { outcomeLineWords, formats }: Words,
  { operator, action, secondsAgo }: EndedBy,
  count = 1,
): string {
  const say = count > 1 ? outcomeLineWords.lastEnded : outcomeLineWords.ended;
  return say(action, showControls(operator), formats.formatElapsed(secondsAgo));
}
