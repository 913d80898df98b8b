import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import type { ShownRow } from "./roll-view";
import type { ColumnFeatures, ColumnTable } from "./use-column-table";
import type { Screen } from "./use-screen";
import { isSelectable, takeableIn } from "./why-not-selectable";

interface SessionTableHeadProps<Kind extends Session> {
  readonly screen: Screen<Kind>;
  readonly table: ColumnTable<Kind>;
}

export function SessionTableHead<Kind extends Session>(props: SessionTableHeadProps<Kind>) {
  const { screen, table } = props;
  const columns = new Map(screen.columns.map((column) => [column.id, column]));
  const [{ headers = [] } = {}] = table.getHeaderGroups();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {screen.actions.length > 0 && (
          <th scope="col" className="choice">
            <ChooseAll screen={screen} />
          </th>
        )}
        {headers.map((header) => (
          <SortableHeader key={header.id} header={header} column={columns.get(header.column.id)} />
        ))}
      </tr>
    </thead>
  );
}

function ChooseAll<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { sessionWords } = useWords();
  const { shown, state, send } = screen;
  const hasTakeable = useMemo(() => shown.some(isSelectable), [shown]);
  // A roll may hold 100,000 rows: none is looked at before one is chosen.
  const takeable = state.selected.size > 0 ? takeableIn(shown) : [];
  const taken = takeable.filter((key) => state.selected.has(key)).length;
  const isAll = taken > 0 && taken === takeable.length;
  return (
    <input
      type="checkbox"
      aria-label={sessionWords.selectAll}
      className="choose"
      disabled={!hasTakeable}
      checked={isAll}
      ref={(input) => {
        if (input) input.indeterminate = taken > 0 && taken < takeable.length;
      }}
      onChange={() => send({ type: isAll ? "gaveBack" : "took", keys: takeableIn(shown) })}
    />
  );
}

interface SortableHeaderProps<Kind extends Session> {
  readonly header: Header<ColumnFeatures, ShownRow<Kind>>;
  readonly column: Column<Kind> | undefined;
}

const directions = { asc: "ascending", desc: "descending" } as const;

function SortableHeader<Kind extends Session>({ header, column }: SortableHeaderProps<Kind>) {
  const sorted = header.column.getIsSorted();
  const Arrow = sorted === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted ? directions[sorted] : undefined}
      className={column?.isNumber ? "number" : undefined}
      data-place={column?.place}
    >
      <button
        type="button"
        className={column?.isNumber ? "text-end" : "text-start"}
        onClick={() => header.column.toggleSorting()}
      >
        {column?.title}
        {sorted && <Arrow aria-hidden="true" className="size-3 shrink-0 text-accent" />}
      </button>
    </th>
  );
}
