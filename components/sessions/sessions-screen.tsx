"use client";

import type { Session } from "@/lib/sessions/session";
import { ActDialog } from "./act-dialog";
import { ActionBar } from "./action-bar";
import { NoRows } from "./no-rows";
import { OutcomeBar } from "./outcome-bar";
import { ScreenHeader } from "./screen-header";
import type { SessionsScreenProps } from "./screen-props";
import { ScreenTools } from "./screen-tools";
import { SessionsTable } from "./sessions-table";
import { SourceTroubles } from "./source-troubles";
import { useScreen } from "./use-screen";

export function SessionsScreen<Kind extends Session>(props: SessionsScreenProps<Kind>) {
  const screen = useScreen(props);
  const { kind, tally, actions } = props;
  const { state, shown } = screen;
  const { sources, asOf, rows: present } = state.view;
  const isBarShown = state.selected.size > 0 || state.outcomes.size > 0;
  return (
    <div
      className={`flex flex-col gap-3 p-4 sm:p-6 side:h-full ${isBarShown ? "pb-24 sm:pb-24" : ""}`}
    >
      <ScreenHeader
        kind={kind}
        sources={sources}
        asOf={asOf}
        tally={tally(present)}
        count={screen.personCount}
        isLost={screen.isLost}
        isPaused={screen.asked !== null}
        isRefreshing={screen.isRefreshing}
        onRefresh={screen.refresh}
      />
      {props.about?.(screen)}
      <SourceTroubles sources={sources} asOf={asOf} hasRows={state.rows.length > 0} />
      {state.rows.length > 0 && <ScreenTools kind={kind} screen={screen} />}
      {shown.length > 0 ? (
        <SessionsTable columns={screen.columns} screen={screen} hasChoice={actions.length > 0} />
      ) : (
        <NoRows kind={kind} screen={screen} />
      )}
      <div className="pointer-events-none fixed inset-x-0 bottom-4 z-10 grid justify-items-center gap-2 px-3 side:left-56">
        <OutcomeBar screen={screen} actions={actions} />
        <ActionBar screen={screen} actions={actions} />
      </div>
      {screen.asked && (
        <ActDialog
          key={screen.asked.offered.action}
          kind={kind}
          screen={screen}
          asked={screen.asked}
        />
      )}
      <p role="status" className="sr-only">
        {screen.announcement}
      </p>
    </div>
  );
}
