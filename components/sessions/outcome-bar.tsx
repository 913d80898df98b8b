import { CircleAlert, CircleCheck, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { focusContent } from "@/components/ui/focus-content";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { toAsked } from "./asked-action";
import { ForceButton } from "./force-button";
import { outcomesLine } from "./outcomes-line";
import type { OfferedAction } from "./roll-answer";
import { isSettled } from "./screen-state";
import type { Screen } from "./use-screen";

interface OutcomeBarProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly actions: readonly OfferedAction[];
}

/** What the last action came to, in one line, until it is dismissed. */
export function OutcomeBar<Kind extends Session>({ screen, actions }: OutcomeBarProps<Kind>) {
  const words = useWords();
  const { sessionWords } = words;
  const { state, send, ask, asked } = screen;
  const all = [...state.outcomes].flatMap(([key, { action, outcome }]) =>
    outcome ? [{ key, action, outcome }] : [],
  );
  const [first] = all;
  if (!first || asked) return null;
  const unsettled = new Set(all.filter((one) => !isSettled(one.outcome)).map((one) => one.key));
  const offered = actions.find((one) => one.action === first.action);
  const left = screen.selectedRows.filter((row) => unsettled.has(row.key));
  const again = offered && toAsked(words, offered, left);
  const Icon = unsettled.size > 0 ? CircleAlert : CircleCheck;
  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-xl border border-line bg-card py-2 pr-2 pl-4 text-[0.8125rem] shadow-lift">
      <Icon
        aria-hidden="true"
        className={`size-4 shrink-0 ${unsettled.size > 0 ? "text-danger" : "text-down"}`}
      />
      <p>
        {outcomesLine(
          words,
          first.action,
          all.map((one) => one.outcome),
        )}
      </p>
      {again && again.rows.length > 0 && (
        <Button onClick={() => ask(again)}>{sessionWords.tryAgain}</Button>
      )}
      <ForceButton screen={screen} rows={screen.roll.rows} />
      <button
        type="button"
        aria-label={sessionWords.dismiss}
        onClick={() => {
          send({ type: "dismissed" });
          focusContent();
        }}
        className="grid size-8 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover hover:text-text"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
