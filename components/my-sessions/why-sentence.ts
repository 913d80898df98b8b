import type { Words } from "@/components/words/words";
import type { EndedOwnSession } from "@/lib/sessions/own-session";

/** Why it ended, and whose wish it was, without a name. */
export function whySentence(
  { ownSessionWords: words }: Words,
  { endedWhy, endedBy }: Pick<EndedOwnSession, "endedWhy" | "endedBy">,
): string {
  if (endedWhy === "removed") {
    return endedBy === "self" ? words.endedByYou : words.endedByAdministrator;
  }
  const why = words.endedWhy.get(endedWhy ?? "") ?? words.endedSomehow;
  return endedBy === "another" ? words.byAdministrator(why) : why;
}
