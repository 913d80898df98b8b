import type { Session } from "@/lib/sessions/session";
import { ChooseRow, type ToggleRow } from "./choose-row";
import type { Column } from "./column";
import type { ShownRow } from "./merge-rows";
import { EndedCell, RowChips } from "./row-chips";
import type { RowOutcome } from "./screen-state";

interface SessionTableRowProps<Kind extends Session> {
  readonly row: ShownRow<Kind>;
  readonly place: number;
  readonly columns: readonly Column<Kind>[];
  readonly asOf: Date;
  readonly isSelected: boolean;
  readonly outcome: RowOutcome | undefined;
  /** Null where nothing can be selected. */
  readonly onToggle: ToggleRow | null;
  /** Null where the harder step is not offered. */
  readonly onForce: ((rows: readonly ShownRow<Kind>[]) => void) | null;
}

export function SessionTableRow<Kind extends Session>(props: SessionTableRowProps<Kind>) {
  const { row, place, columns, asOf, isSelected, outcome, onToggle, onForce } = props;
  const hasState = columns.some((column) => column.isState);
  return (
    <tr
      // The head is the first row.
      aria-rowindex={place + 2}
      aria-selected={onToggle ? isSelected : undefined}
      data-ended={row.endedAtMs !== null || undefined}
      data-stale={row.staleSince !== null || undefined}
    >
      {onToggle && <ChooseRow row={row} asOf={asOf} isSelected={isSelected} onToggle={onToggle} />}
      {columns.map((column) => (
        <SessionCell key={column.id} column={column} row={row} asOf={asOf} outcome={outcome}>
          {column.place === "who" && (
            <RowChips
              row={row}
              asOf={asOf}
              outcome={outcome}
              saysEnded={!hasState}
              onForce={onForce && (() => onForce([row]))}
            />
          )}
        </SessionCell>
      ))}
    </tr>
  );
}

interface SessionCellProps<Kind extends Session> {
  readonly column: Column<Kind>;
  readonly row: ShownRow<Kind>;
  readonly asOf: Date;
  readonly outcome: RowOutcome | undefined;
  readonly children: React.ReactNode;
}

function SessionCell<Kind extends Session>(props: SessionCellProps<Kind>) {
  const { column, row, asOf, outcome, children } = props;
  const isOver = column.isState && row.endedAtMs !== null;
  const content = isOver ? <EndedCell outcome={outcome} /> : column.cell(row, asOf);
  const isBlank = content === null || content === false;
  return (
    <td
      className={column.isNumber ? "number" : undefined}
      data-place={column.place}
      data-blank={isBlank || undefined}
      data-wide-only={column.isWideOnly || undefined}
      data-hint={isBlank ? column.whyBlank(row) : undefined}
    >
      {content}
      {children}
    </td>
  );
}
