"use client";

import { useState } from "react";
import { useLater } from "@/components/ui/use-later";
import { useWords } from "@/components/words/use-words";
import type { Session } from "@/lib/sessions/session";
import { ActionBar } from "./action-bar";
import { NoRows } from "./no-rows";
import { OutcomeBar } from "./outcome-bar";
import { ScreenHeader } from "./screen-header";
import type { KindScreenProps, SessionsScreenProps } from "./screen-props";
import { ScreenTools } from "./screen-tools";
import { SkeletonRows } from "./sessions-skeleton";
import { SessionsTable } from "./sessions-table";
import { SourceTroubles } from "./source-troubles";
import { type Screen, useScreen } from "./use-screen";
import { useTableKeys } from "./use-table-keys";

export function SessionsScreen<Kind extends Session>(props: SessionsScreenProps<Kind>) {
  const screen = useScreen(props);
  const { actions, roll, state } = screen;
  const [hasKeys, setHasKeys] = useState(false);
  useTableKeys(screen, () => setHasKeys(true));
  const isBarShown = state.selected.size > 0 || state.outcomes.size > 0;
  return (
    <div
      className={`flex flex-col gap-3 p-4 sm:p-6 side:h-full ${isBarShown ? "pb-24 sm:pb-24" : ""}`}
    >
      <ScreenHeader screen={screen} tally={props.tally} />
      {props.about?.(screen)}
      <SourceTroubles
        sources={roll.sources}
        asOf={screen.now}
        hasServers={screen.sight === "everything"}
        hasRows={roll.rows.length > 0}
      />
      {roll.rows.length > 0 && <ScreenTools screen={screen} onShowKeys={() => setHasKeys(true)} />}
      <div className="flex min-h-0 gap-3">
        <div className="flex min-w-0 grow flex-col">
          <Rows screen={screen} />
        </div>
        <Detail {...props} screen={screen} />
      </div>
      <div className="pointer-events-none fixed inset-x-0 bottom-4 z-10 grid justify-items-center gap-2 px-3 side:left-60">
        <OutcomeBar screen={screen} actions={actions} />
        <ActionBar screen={screen} actions={actions} />
      </div>
      <Asked screen={screen} />
      {hasKeys && <Keys onClose={() => setHasKeys(false)} />}
      <p role="status" className="sr-only">
        {screen.announcement}
      </p>
    </div>
  );
}

interface DetailProps<Kind extends Session> extends Pick<KindScreenProps, "lookCloser"> {
  readonly screen: Screen<Kind>;
}

function Detail<Kind extends Session>({ screen, lookCloser }: DetailProps<Kind>) {
  const { opened } = screen.state;
  const detail = useLater(opened, () => import("./session-detail"));
  if (opened === null || detail === null) return null;
  if (detail === "lost") return <NotLoaded />;
  return <detail.SessionDetail screen={screen} lookCloser={lookCloser} />;
}

/** Its dialog is there before it is asked for: from when something is selected. */
function Asked<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  const { asked, kind, state } = screen;
  const dialog = useLater(asked ?? state.selected.size > 0, () => import("./act-dialog"));
  if (!asked || dialog === null) return null;
  if (dialog === "lost") return <NotLoaded />;
  return <dialog.ActDialog key={asked.offered.action} kind={kind} screen={screen} asked={asked} />;
}

function Keys({ onClose }: { readonly onClose: () => void }) {
  const dialog = useLater(true, () => import("./keys-dialog"));
  if (dialog === null) return null;
  return dialog === "lost" ? <NotLoaded /> : <dialog.KeysDialog onClose={onClose} />;
}

function NotLoaded() {
  const { sessionWords } = useWords();
  return (
    <p
      role="alert"
      className="fixed inset-x-4 top-4 z-20 mx-auto w-fit rounded-lg bg-danger-wash px-4 py-2.5 text-[0.8125rem] text-danger-word shadow-lift"
    >
      {sessionWords.notLoaded}
    </p>
  );
}

function Rows<Kind extends Session>({ screen }: { readonly screen: Screen<Kind> }) {
  if (!screen.roll.isWhole) return <SkeletonRows />;
  if (screen.shown.length === 0) return <NoRows screen={screen} />;
  return <SessionsTable screen={screen} />;
}
