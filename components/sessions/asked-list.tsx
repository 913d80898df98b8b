import { showControls } from "@/components/format/show-controls";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { actionWords, dialogWords } from "./action-words";
import type { ShownRow } from "./merge-rows";
import { outcomeSentence } from "./outcome-sentence";
import type { RowOutcome } from "./screen-state";
import { sessionWords } from "./session-words";
import { mayComeBack, whatIsLost, whereFrom } from "./what-is-lost";

interface AskedListProps {
  readonly action: SessionAction;
  readonly rows: readonly ShownRow<Session>[];
  readonly asOf: Date;
  readonly outcomes: ReadonlyMap<string, RowOutcome>;
}

/** Who, from where, on which server, and what each loses; once it ran, what became of each. */
export function AskedList({ action, rows, asOf, outcomes }: AskedListProps) {
  const isOne = rows.length === 1;
  return (
    <>
      {!isOne && <p className="text-muted">{dialogWords.many[action]}</p>}
      <ul
        tabIndex={isOne ? undefined : 0}
        className={`divide-y divide-line ${isOne ? "" : "max-h-[40dvh] overflow-y-auto rounded-lg border border-line px-3"}`}
      >
        {rows.map((row) => (
          <li key={row.key} className={`grid gap-0.5 ${isOne ? "" : "py-2.5"}`}>
            {!isOne && <Name user={row.session.user} />}
            <p className="wrap-anywhere text-[0.8125rem] text-muted">{whereFrom(row, asOf)}</p>
            {(isOne || action !== "sendMessage") && (
              <p className="wrap-anywhere text-[0.8125rem]">
                {whatIsLost(action, row.session)} {isOne && mayComeBack(action, row.session)}
              </p>
            )}
            <Became action={action} outcome={outcomes.get(row.key)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Name({ user }: { readonly user: string | null }) {
  if (user === null) return <p className="font-medium">{sessionWords.unknownUser}</p>;
  return (
    <p className="wrap-anywhere font-medium">
      <bdi>{showControls(user)}</bdi>
    </p>
  );
}

interface BecameProps {
  readonly action: SessionAction;
  readonly outcome: RowOutcome | undefined;
}

function Became({ action, outcome }: BecameProps) {
  if (outcome?.action !== action) return null;
  if (outcome.outcome === null) {
    return <p className="text-[0.8125rem] text-muted">{actionWords[outcome.action].running}</p>;
  }
  return (
    <p className="wrap-anywhere font-medium text-[0.8125rem] text-danger-word">
      {outcomeSentence(outcome.action, outcome.outcome)}
    </p>
  );
}
