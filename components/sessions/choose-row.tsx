import { useId } from "react";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Session } from "@/lib/sessions/session";
import type { ShownRow } from "./roll-view";
import { whereFrom } from "./what-is-lost";
import { whyNotSelectable } from "./why-not-selectable";

export type ToggleRow = (key: string, isRange: boolean) => void;

interface ChooseRowProps {
  readonly row: ShownRow<Session>;
  readonly asOf: Date;
  readonly isSelected: boolean;
  readonly onToggle: ToggleRow;
}

/** Stays reachable where it cannot be chosen, so that the reason can be read and heard. */
export function ChooseRow({ row, asOf, isSelected, onToggle }: ChooseRowProps) {
  const words = useWords();
  const reasonId = useId();
  const reason = whyNot(words, row, asOf);
  return (
    <td className="choice" data-hint={reason ?? undefined}>
      <input
        type="checkbox"
        className="choose"
        checked={isSelected}
        aria-label={words.sessionWords.select(nameOf(words, row, asOf))}
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        onChange={({ nativeEvent }) => {
          const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
          if (reason === null) onToggle(row.key, isRange);
        }}
      />
      {reason !== null && (
        <span id={reasonId} className="sr-only">
          {reason}
        </span>
      )}
    </td>
  );
}

function whyNot(
  { notSelectableWords, sessionWords, formats }: Words,
  row: ShownRow<Session>,
  asOf: Date,
): string | null {
  const why = whyNotSelectable(row);
  if (why === null) return null;
  if (why !== "stale" || !row.staleSince) return notSelectableWords[why];
  const ago = formats.formatElapsed(secondsBetween(row.staleSince, asOf));
  return `${sessionWords.lastAnswered(row.server, ago)} ${notSelectableWords.stale}`;
}

/** A user may have several sessions, and each must be heard as another. */
function nameOf(words: Words, row: ShownRow<Session>, asOf: Date): string {
  const { user } = row.session;
  const who = user === null ? words.sessionWords.unknownUser : showControls(user);
  return `${who}, ${whereFrom(words, row, asOf)}`;
}
