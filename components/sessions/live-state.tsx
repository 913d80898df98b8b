import type { Session } from "@/lib/sessions/session";
import { CheckedAgo } from "./checked-ago";
import { sessionWords } from "./session-words";
import type { Screen } from "./use-screen";

/** "Live · checked 1 s ago", "Reconnecting…", "Paused since 14:03:20". */
export function LiveState<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { roll } = screen;
  return (
    <CheckedAgo
      key={roll.heardAtMs}
      sources={roll.sources}
      asOf={roll.asOf}
      lost={whyLost(screen)}
      note={noteOf(screen)}
      isPaused={screen.pausedAt !== null}
    />
  );
}

function whyLost<Kind extends Session>({ pausedAt, isLost, line }: Screen<Kind>): string | null {
  if (isLost) return sessionWords.reconnectingHint;
  return line === "lost" && !pausedAt ? sessionWords.noLineHint : null;
}

const times = new Intl.DateTimeFormat("en", { timeStyle: "medium", hourCycle: "h23" });

function noteOf<Kind extends Session>({ pausedAt, line }: Screen<Kind>): string | null {
  if (pausedAt) return sessionWords.pausedSince(times.format(pausedAt));
  return line === "live" ? sessionWords.live : null;
}
