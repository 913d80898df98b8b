import type { Words } from "@/components/words/words";
import type { DoubtfulSource } from "@/lib/sessions/session-detail";

/** "web07 did not answer, so there may be more."; none where every source has told all. */
export function doubtSentences(
  { detailWords, formats }: Words,
  doubtful: readonly DoubtfulSource[],
): readonly string[] {
  const byReason = Map.groupBy(doubtful, ({ why }) => why);
  return [...byReason].map(([why, sources]) => {
    const servers = new Set(sources.map(({ server }) => server));
    return detailWords.doubts[why](formats.listNames([...servers]));
  });
}
