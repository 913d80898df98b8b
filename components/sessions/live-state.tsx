import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import { CheckedAgo } from "./checked-ago";
import type { Screen } from "./use-screen";

/** "Live · checked 1 s ago", "Reconnecting…", "Paused since 14:03:20". */
export function LiveState<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const words = useWords();
  const { roll } = screen;
  return (
    <CheckedAgo
      key={roll.heardAtMs}
      sources={roll.sources}
      asOf={roll.asOf}
      lost={whyLost(words, screen)}
      note={noteOf(words, screen)}
      isPaused={screen.pausedAt !== null}
    />
  );
}

function whyLost<Kind extends Session>(
  { sessionWords }: Words,
  { pausedAt, isLost, line }: Screen<Kind>,
): string | null {
  if (isLost) return sessionWords.reconnectingHint;
  return line === "lost" && !pausedAt ? sessionWords.noLineHint : null;
}

function noteOf<Kind extends Session>(
  { sessionWords, formats }: Words,
  { pausedAt, line }: Screen<Kind>,
): string | null {
  if (pausedAt) return sessionWords.pausedSince(formats.formatTimeOfDay(pausedAt));
  return line === "live" ? sessionWords.live : null;
}
