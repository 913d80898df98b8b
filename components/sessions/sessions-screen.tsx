"use client";

import { useState } from "react";
import type { Session } from "@/lib/sessions/session";
import { ActDialog } from "./act-dialog";
import { ActionBar } from "./action-bar";
import { KeysDialog } from "./keys-dialog";
import { NoRows } from "./no-rows";
import { OutcomeBar } from "./outcome-bar";
import { ScreenHeader } from "./screen-header";
import type { SessionsScreenProps } from "./screen-props";
import { ScreenTools } from "./screen-tools";
import { SessionDetail } from "./session-detail";
import { SkeletonRows } from "./sessions-skeleton";
import { SessionsTable } from "./sessions-table";
import { SourceTroubles } from "./source-troubles";
import { type Screen, useScreen } from "./use-screen";
import { useTableKeys } from "./use-table-keys";

export function SessionsScreen<Kind extends Session>(props: SessionsScreenProps<Kind>) {
  const screen = useScreen(props);
  const { kind, actions, asked, roll, state } = screen;
  const [hasKeys, setHasKeys] = useState(false);
  useTableKeys(screen, () => setHasKeys(true));
  const isBarShown = state.selected.size > 0 || state.outcomes.size > 0;
  return (
    <div
      className={`flex flex-col gap-3 p-4 sm:p-6 side:h-full ${isBarShown ? "pb-24 sm:pb-24" : ""}`}
    >
      <ScreenHeader screen={screen} tally={props.tally} />
      {props.about?.(screen)}
      <SourceTroubles sources={roll.sources} asOf={screen.now} hasRows={roll.rows.length > 0} />
      {roll.rows.length > 0 && <ScreenTools screen={screen} onShowKeys={() => setHasKeys(true)} />}
      <div className="flex min-h-0 gap-3">
        <div className="flex min-w-0 grow flex-col">
          <Rows screen={screen} />
        </div>
        {state.opened !== null && <SessionDetail screen={screen} lookCloser={props.lookCloser} />}
      </div>
      <div className="pointer-events-none fixed inset-x-0 bottom-4 z-10 grid justify-items-center gap-2 px-3 side:left-60">
        <OutcomeBar screen={screen} actions={actions} />
        <ActionBar screen={screen} actions={actions} />
      </div>
      {asked && <ActDialog key={asked.offered.action} kind={kind} screen={screen} asked={asked} />}
      {hasKeys && <KeysDialog onClose={() => setHasKeys(false)} />}
      <p role="status" className="sr-only">
        {screen.announcement}
      </p>
    </div>
  );
}

function Rows<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  if (!screen.roll.isWhole) return <SkeletonRows />;
  if (screen.shown.length === 0) return <NoRows screen={screen} />;
  return <SessionsTable screen={screen} />;
}
