import { useId } from "react";
import { Button } from "@/components/ui/button";
import { focusContent } from "@/components/ui/focus-content";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { actionLooks } from "./action-looks";
import { toAsked } from "./asked-action";
import { isForce } from "./find-force";
import type { OfferedAction } from "./roll-answer";
import type { Screen } from "./use-screen";
import { offersAction } from "./why-not-offered";
import { takeableIn } from "./why-not-selectable";

/** One request takes this many. */
const mostAtOnce = 1000;

interface ActionBarProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly actions: readonly OfferedAction[];
}

export function ActionBar<Kind extends Session>({ screen, actions }: ActionBarProps<Kind>) {
  const {
    sessionWords,
    formats: { formatCount },
  } = useWords();
  const { selectedRows, shown, roll, send } = screen;
  if (selectedRows.length === 0) return null;
  const shownKeys = new Set(shown.map((row) => row.key));
  const notShown = selectedRows.filter((row) => !shownKeys.has(row.key)).length;
  const isTooMany = selectedRows.length > mostAtOnce;
  // The harder step is offered where the first has not worked.
  const here = actions.filter(
    ({ action }) =>
      !isForce(action) && roll.rows.some(({ session }) => offersAction(session, action)),
  );
  return (
    <div className="pointer-events-auto flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-card py-2 pr-2 pl-4 shadow-lift max-sm:w-full max-sm:px-2">
      <p className="text-[0.8125rem] tabular-nums">
        <strong className="font-semibold">
          {sessionWords.selected(formatCount(selectedRows.length))}
        </strong>
        {notShown > 0 && (
          <span className="text-muted"> · {sessionWords.notShown(formatCount(notShown))}</span>
        )}
        {isTooMany && <span className="text-stale-word"> · {sessionWords.tooMany}</span>}
      </p>
      <div className="flex flex-wrap justify-center gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-2 max-sm:[&>:last-child:nth-child(odd)]:col-span-2">
        <SelectMatching screen={screen} />
        <Button
          look="quiet"
          onClick={() => {
            send({ type: "cleared" });
            focusContent();
          }}
        >
          {sessionWords.clear}
        </Button>
        {here.map((offered) => (
          <ActButton key={offered.action} screen={screen} offered={offered} isTooMany={isTooMany} />
        ))}
      </div>
    </div>
  );
}

/** Takes what matches and is not held back; rows that come later are never taken by it. */
function SelectMatching<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { sessionWords, formats } = useWords();
  const { shown, state, send } = screen;
  const takeable = takeableIn(shown);
  if (takeable.every((key) => state.selected.has(key))) return null;
  return (
    <Button look="quiet" onClick={() => send({ type: "took", keys: takeable })}>
      {sessionWords.selectMatching(formats.formatCount(takeable.length))}
    </Button>
  );
}

interface ActButtonProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly offered: OfferedAction;
  readonly isTooMany: boolean;
}

/** Stays reachable where no chosen session offers it, so that the reasons can be read and heard. */
function ActButton<Kind extends Session>({ screen, offered, isTooMany }: ActButtonProps<Kind>) {
  const words = useWords();
  const reasonId = useId();
  const { icon: Icon, button } = actionLooks[offered.action];
  const asked = toAsked(words, offered, screen.selectedRows);
  const reason = asked.rows.length > 0 ? undefined : [...asked.leftOut.keys()].join("\n");
  return (
    <span data-hint={reason}>
      <Button
        look={button}
        isWide
        disabled={isTooMany}
        aria-disabled={reason !== undefined || undefined}
        aria-describedby={reason === undefined ? undefined : reasonId}
        onClick={() => {
          if (reason === undefined) screen.ask(asked);
        }}
      >
        <Icon aria-hidden="true" className="size-4" />
        {words.actionWords[offered.action].button}
      </Button>
      {reason !== undefined && (
        <span id={reasonId} className="sr-only">
          {reason}
        </span>
      )}
    </span>
  );
}
