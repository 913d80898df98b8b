import { memo, useState } from "react";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Session } from "@/lib/sessions/session";
import type { Column } from "./column";
import { SessionTableHead } from "./session-table-head";
import { SessionTableRow } from "./session-table-row";
import type { Screen } from "./use-screen";

interface SessionsTableProps<Kind extends Session> {
  readonly columns: readonly Column<Kind>[];
  readonly screen: Screen<Kind>;
  /** Without an action there is nothing to select for. */
  readonly hasChoice: boolean;
}

export function SessionsTable<Kind extends Session>(props: SessionsTableProps<Kind>) {
  const { columns, screen, hasChoice } = props;
  const { state, shown, isPointerOnRows } = screen;
  const [Row] = useState(() => memo(SessionTableRow<Kind>));
  return (
    <ScrollBox
      label={screen.title}
      className="relative overflow-auto rounded-xl border border-line bg-card shadow-xs"
      onPointerEnter={() => {
        isPointerOnRows.current = true;
      }}
      onPointerLeave={() => {
        isPointerOnRows.current = false;
      }}
    >
      <table aria-rowcount={shown.length + 1} className="sessions">
        <SessionTableHead columns={columns} screen={screen} hasChoice={hasChoice} />
        <tbody>
          {shown.map((row, place) => (
            <Row
              key={row.key}
              row={row}
              place={place}
              columns={columns}
              asOf={state.view.asOf}
              isSelected={state.selected.has(row.key)}
              outcome={state.outcomes.get(row.key)}
              onToggle={hasChoice ? screen.toggle : null}
              onForce={screen.force}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
