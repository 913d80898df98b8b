import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { AskedRow } from "./asked-row";
import type { ShownRow } from "./roll-view";
import type { Became } from "./use-acting";

interface AskedListProps {
  readonly action: SessionAction;
  readonly rows: readonly ShownRow<Session>[];
  readonly asOf: Date;
  readonly became: ReadonlyMap<string, Became>;
}

/** Who, from where, on which server, and what each loses; once it runs, what becomes of each. */
export function AskedList({ action, rows, asOf, became }: AskedListProps) {
  const { dialogWords } = useWords();
  const isOnlyOne = rows.length === 1;
  return (
    <>
      {!isOnlyOne && <p className="text-muted">{dialogWords.many[action]}</p>}
      <ul
        tabIndex={isOnlyOne ? undefined : 0}
        className={`divide-y divide-line ${isOnlyOne ? "" : "max-h-[40dvh] overflow-y-auto rounded-lg border border-line px-3"}`}
      >
        {rows.map((row) => (
          <AskedRow
            key={row.key}
            action={action}
            row={row}
            asOf={asOf}
            became={became.get(row.key) ?? "untouched"}
            isOnlyOne={isOnlyOne}
          />
        ))}
      </ul>
    </>
  );
}
