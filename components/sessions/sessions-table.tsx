import { Fragment, memo, useCallback, useEffect, useRef, useState } from "react";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Session } from "@/lib/sessions/session";
import type { ToggleRow } from "./choose-row";
import type { Column } from "./column";
import { SessionTableHead } from "./session-table-head";
import { SessionTableRow } from "./session-table-row";
import { useColumnTable } from "./use-column-table";
import { useRowWindow } from "./use-row-window";
import type { Screen } from "./use-screen";
import { takeableIn } from "./why-not-selectable";

/** As wide as a checkbox with room for a finger. */
const choiceRem = 2.75;

export function SessionsTable<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { state, shown, columns, now, layout, setIsPointedAt, send } = screen;
  const box = useRef<HTMLElement>(null);
  const { rows, restPx, measure } = useRowWindow(screen, box);
  const table = useColumnTable(
    screen,
    rows.map(({ row }) => row),
  );
  const [Row] = useState(() => memo(SessionTableRow<Kind>));
  // A table that goes from under the pointer is not told that the pointer has left.
  useEffect(() => () => setIsPointedAt(false), [setIsPointedAt]);
  const hasChoice = screen.actions.length > 0;
  const toggle = useToggle(screen);
  const onActive = useCallback((key: string) => send({ type: "moved", to: key }), [send]);
  return (
    <ScrollBox
      ref={box}
      label={screen.title}
      className="sessions-box relative overflow-auto max-side:max-h-[70dvh] rounded-xl border border-line bg-card shadow-xs"
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onClick={({ target }) => {
        const key = target instanceof Element ? findRowKey(target) : null;
        if (key !== null) send({ type: "opened", key });
      }}
    >
      <table
        aria-rowcount={shown.length + 1}
        className="sessions"
        data-density={layout.density}
        style={measure ? {} : { minWidth: `${widthOf(columns) + (hasChoice ? choiceRem : 0)}rem` }}
      >
        <Widths columns={columns} hasChoice={hasChoice} />
        <SessionTableHead screen={screen} table={table} />
        <tbody>
          {table.getRowModel().rows.map(({ original: row }, index) => (
            <Fragment key={row.key}>
              <Gap heightPx={rows[index]?.gapPx ?? 0} />
              <Row
                row={row}
                place={rows[index]?.place ?? 0}
                columns={columns}
                asOf={now}
                isSelected={state.selected.has(row.key)}
                isActive={state.active === row.key}
                isOpened={state.opened === row.key}
                outcome={state.outcomes.get(row.key)}
                onToggle={hasChoice ? toggle : null}
                onActive={onActive}
                onForce={screen.force}
                measure={measure}
              />
            </Fragment>
          ))}
          <Gap heightPx={restPx} />
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ heightPx }: { readonly heightPx: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing, and takes no focus
  return heightPx > 0 && <tr aria-hidden="true" className="gap" style={{ height: heightPx }} />;
}

interface WidthsProps<Kind extends Session> {
  readonly columns: readonly Column<Kind>[];
  readonly hasChoice: boolean;
}

/** Widths do not depend on what stands in the rows, so no column moves when one changes. */
function Widths<Kind extends Session>({ columns, hasChoice }: WidthsProps<Kind>) {
  return (
    <colgroup>
      {hasChoice && <col style={{ width: `${choiceRem}rem` }} />}
      {columns.map(({ id, widthRem }) => (
        <col key={id} style={{ width: `${(100 * widthRem) / widthOf(columns)}%` }} />
      ))}
    </colgroup>
  );
}

function widthOf<Kind extends Session>(columns: readonly Column<Kind>[]): number {
  return columns.reduce((sum, { widthRem }) => sum + widthRem, 0);
}

/** Null where the click is for something else: a button, a checkbox, or text that was marked. */
function findRowKey(target: Element): string | null {
  if (target.closest("button, a, .choice") || window.getSelection()?.isCollapsed === false) {
    return null;
  }
  return target.closest("tr[data-key]")?.getAttribute("data-key") ?? null;
}

/** The same function always, so that a toggle renders one row and not all. */
function useToggle<Kind extends Session>({ shown, send }: Screen<Kind>): ToggleRow {
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  return useCallback(
    (key: string, isRange: boolean) => {
      if (!isRange) return send({ type: "toggled", key });
      send({ type: "ranged", key, takeable: takeableIn(latest.current) });
    },
    [send],
  );
}
