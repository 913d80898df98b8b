import { useEffect, useRef } from "react";
import type { Session } from "@/lib/sessions/session";
import { ChooseRow, type ToggleRow } from "./choose-row";
import type { Column } from "./column";
import type { ShownRow } from "./roll-view";
import { EndedCell, RowChips } from "./row-chips";
import type { RowOutcome } from "./screen-state";

interface SessionTableRowProps<Kind extends Session> {
  readonly row: ShownRow<Kind>;
  readonly place: number;
  readonly columns: readonly Column<Kind>[];
  readonly asOf: Date;
  readonly isSelected: boolean;
  /** The keyboard is at it. */
  readonly isActive: boolean;
  readonly isOpened: boolean;
  readonly outcome: RowOutcome | undefined;
  /** Null where nothing can be selected. */
  readonly onToggle: ToggleRow | null;
  readonly onActive: (key: string) => void;
  /** Null where the harder step is not offered. */
  readonly onForce: ((rows: readonly ShownRow<Kind>[]) => void) | null;
  /** Null where all rows are equally high. */
  readonly measure: ((row: HTMLTableRowElement | null) => void) | null;
}

export function SessionTableRow<Kind extends Session>(props: SessionTableRowProps<Kind>) {
  const { row, place, columns, asOf, isSelected, isActive, isOpened, onToggle, onActive } = props;
  const self = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isActive && !self.current?.contains(document.activeElement)) {
      self.current?.focus({ preventScroll: true });
    }
  }, [isActive]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bar that a selection brings makes the table lower
  useEffect(() => {
    if (isActive && self.current?.contains(document.activeElement)) {
      self.current.scrollIntoView({ block: "nearest" });
    }
  }, [isActive, isSelected]);
  return (
    <tr
      ref={(element) => {
        self.current = element;
        props.measure?.(element);
      }}
      tabIndex={isActive ? 0 : -1}
      // The head is the first row.
      aria-rowindex={place + 2}
      aria-selected={onToggle ? isSelected : undefined}
      data-index={place}
      data-key={row.key}
      data-opened={isOpened || undefined}
      data-ended={row.endedAtMs !== null || undefined}
      data-stale={row.staleSince !== null || undefined}
      onFocus={({ target }) => {
        if (!isActive && target.matches(":focus-visible")) onActive(row.key);
      }}
    >
      {onToggle && <ChooseRow row={row} asOf={asOf} isSelected={isSelected} onToggle={onToggle} />}
      {columns.map((column) => (
        <SessionCell key={column.id} column={column} {...props} />
      ))}
    </tr>
  );
}

interface SessionCellProps<Kind extends Session>
  extends Pick<SessionTableRowProps<Kind>, "row" | "columns" | "asOf" | "outcome" | "onForce"> {
  readonly column: Column<Kind>;
}

function SessionCell<Kind extends Session>(props: SessionCellProps<Kind>) {
  const { column, row, columns, asOf, outcome, onForce } = props;
  const content = column.cell(row, asOf);
  const isBlank = content === null || content === false;
  return (
    <td
      className={column.isNumber ? "number" : undefined}
      data-place={column.place}
      data-blank={isBlank || undefined}
      data-wide-only={column.isWideOnly || undefined}
      data-hint={isBlank ? column.whyBlank(row) : undefined}
    >
      {column.place === "who" ? (
        <div className="who">
          {content}
          <RowChips
            row={row}
            asOf={asOf}
            outcome={outcome}
            saysEnded={!columns.some(({ isState }) => isState)}
            onForce={onForce && (() => onForce([row]))}
          />
        </div>
      ) : column.isState && row.endedAtMs !== null ? (
        <EndedCell outcome={outcome} />
      ) : (
        content
      )}
    </td>
  );
}
