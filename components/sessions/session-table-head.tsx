import { ArrowDown, ArrowUp } from "lucide-react";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import { sessionWords } from "./session-words";
import { nextSort } from "./sort-rows";
import type { Screen } from "./use-screen";
import { whyNotSelectable } from "./why-not-selectable";

interface SessionTableHeadProps<Kind extends Session> {
  readonly columns: readonly Column<Kind>[];
  readonly screen: Screen<Kind>;
  readonly hasChoice: boolean;
}

export function SessionTableHead<Kind extends Session>(props: SessionTableHeadProps<Kind>) {
  const { columns, screen, hasChoice } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {hasChoice && (
          <th scope="col" className="choice">
            <ChooseAll screen={screen} />
          </th>
        )}
        {columns.map((column) => (
          <SortableHeader key={column.id} column={column} screen={screen} />
        ))}
      </tr>
    </thead>
  );
}

function ChooseAll<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { shown, state, send } = screen;
  const takeable = shown.filter((row) => whyNotSelectable(row) === null);
  const taken = takeable.filter((row) => state.selected.has(row.key)).length;
  return (
    <input
      type="checkbox"
      aria-label={sessionWords.selectAll}
      className="choose"
      disabled={takeable.length === 0}
      checked={taken > 0 && taken === takeable.length}
      ref={(input) => {
        if (input) input.indeterminate = taken > 0 && taken < takeable.length;
      }}
      onChange={() => send({ type: "toggledAll", shownKeys: shown.map((row) => row.key) })}
    />
  );
}

interface SortableHeaderProps<Kind extends Session> {
  readonly column: Column<Kind>;
  readonly screen: Screen<Kind>;
}

function SortableHeader<Kind extends Session>({ column, screen }: SortableHeaderProps<Kind>) {
  const { sort } = screen.state;
  const direction = sort?.columnId === column.id ? sort.direction : null;
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={direction ?? undefined}
      // A title breaks before the table has to scroll sideways.
      className={`whitespace-normal leading-tight${column.isNumber ? " number" : ""}`}
      data-place={column.place}
    >
      <button
        type="button"
        className={column.isNumber ? "text-end" : "text-start"}
        onClick={() => screen.sortBy(nextSort(sort, column.id))}
      >
        {column.title}
        {direction && <Arrow aria-hidden="true" className="size-3 shrink-0 text-accent" />}
      </button>
    </th>
  );
}
