import { useId } from "react";
import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";
import { showControls } from "@/components/format/show-controls";
import type { Session } from "@/lib/sessions/session";
import type { ShownRow } from "./roll-view";
import { notSelectableWords, sessionWords } from "./session-words";
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
  const reasonId = useId();
  const reason = whyNot(row, asOf);
  return (
    <td className="choice" data-hint={reason ?? undefined}>
      <input
        type="checkbox"
        className="choose"
        checked={isSelected}
        aria-label={sessionWords.select(nameOf(row, asOf))}
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

function whyNot(row: ShownRow<Session>, asOf: Date): string | null {
  const why = whyNotSelectable(row);
  if (why === null) return null;
  if (why !== "stale" || !row.staleSince) return notSelectableWords[why];
  const ago = formatElapsed(secondsBetween(row.staleSince, asOf));
  return `${sessionWords.lastAnswered(row.server, ago)} ${notSelectableWords.stale}`;
}

/** A user may have several sessions, and each must be heard as another. */
function nameOf(row: ShownRow<Session>, asOf: Date): string {
  const { user } = row.session;
  const who = user === null ? sessionWords.unknownUser : showControls(user);
  return `${who}, ${whereFrom(row, asOf)}`;
}
