import { LogOut, type LucideIcon, MessageSquare, OctagonX, Unplug, UserMinus } from "lucide-react";
import { formatCount } from "@/components/format/format-count";
import { Button } from "@/components/ui/button";
import { focusContent } from "@/components/ui/focus-content";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { actionWords } from "./action-words";
import type { OfferedAction } from "./roll-answer";
import { sessionWords } from "./session-words";
import type { Screen } from "./use-screen";

const actionIcons = {
  remove: UserMinus,
  forceRemove: OctagonX,
  disconnect: Unplug,
  logOff: LogOut,
  reset: OctagonX,
  sendMessage: MessageSquare,
} as const satisfies Record<SessionAction, LucideIcon>;

/** One request takes this many. */
const mostAtOnce = 1000;

interface ActionBarProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly actions: readonly OfferedAction[];
}

export function ActionBar<Kind extends Session>({ screen, actions }: ActionBarProps<Kind>) {
  const { selectedRows, shown, send, ask } = screen;
  if (selectedRows.length === 0) return null;
  const shownKeys = new Set(shown.map((row) => row.key));
  const notShown = selectedRows.filter((row) => !shownKeys.has(row.key)).length;
  const isTooMany = selectedRows.length > mostAtOnce;
  return (
    <div className="pointer-events-auto flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-card py-2 pr-2 pl-4 shadow-lift">
      <p className="text-[0.8125rem] tabular-nums">
        <strong className="font-semibold">
          {sessionWords.selected(formatCount(selectedRows.length))}
        </strong>
        {notShown > 0 && (
          <span className="text-muted"> · {sessionWords.notShown(formatCount(notShown))}</span>
        )}
        {isTooMany && <span className="text-stale-word"> · {sessionWords.tooMany}</span>}
      </p>
      <div className="flex gap-2">
        <Button
          look="quiet"
          onClick={() => {
            send({ type: "cleared" });
            focusContent();
          }}
        >
          {sessionWords.clear}
        </Button>
        {actions.filter(isFirstStep).map((offered) => {
          const Icon = actionIcons[offered.action];
          return (
            <Button
              key={offered.action}
              look={offered.action === "disconnect" ? "plain" : "danger"}
              disabled={isTooMany}
              onClick={() => ask({ offered, rows: selectedRows })}
            >
              <Icon aria-hidden="true" className="size-4" />
              {actionWords[offered.action].button}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

/** The harder step is offered where the first has not worked. */
function isFirstStep({ action }: OfferedAction): boolean {
  return action !== "forceRemove";
}
