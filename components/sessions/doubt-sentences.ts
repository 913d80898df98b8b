import type { Words } from "@/components/words/words";
import type { DoubtfulSource } from "@/lib/sessions/session-detail";
import { serverName } from "./server-name";

/** "web07 did not answer, so there may be more."; none where every source has told all. */
export function doubtSentences(
  words: Words,
  doubtful: readonly DoubtfulSource[],
): readonly string[] {
  const { detailWords, formats } = words;
  const byReason = Map.groupBy(doubtful, ({ why }) => why);
  return [...byReason].map(([why, sources]) => {
    const servers = new Set(sources.map(({ server }) => serverName(words, server)));
    return detailWords.doubts[why](formats.listNames([...servers]));
  });
}
