"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { toolWords } from "@/components/words";
import { isService } from "@/lib/sessions/is-service";
import type { Session } from "@/lib/sessions/session";
import { type AskedAction, toAsked } from "./asked-action";
import type { Column } from "./column";
import { isForce } from "./find-force";
import { findRows } from "./find-rows";
import type { ShownRow } from "./merge-rows";
import type { SourceView } from "./roll-view";
import type { SessionsScreenProps } from "./screen-props";
import { sessionWords } from "./session-words";
import { serverColumn } from "./shared-columns";
import { useRoll } from "./use-roll";

export type Screen<Kind extends Session> = ReturnType<typeof useScreen<Kind>>;

export function useScreen<Kind extends Session>(props: SessionsScreenProps<Kind>) {
  const [asked, ask] = useState<AskedAction<Kind> | null>(null);
  const [announcement, announce] = useState("");
  const columns = useColumns(props.columns, props.first.sources);
  const roll = useRoll({ ...props, columns, isPaused: asked !== null });
  const { state, send } = roll;
  const harder = props.actions.find(({ action }) => isForce(action)) ?? null;
  const finding = useFinding(state.rows, columns);

  const shown = useRef(finding.shown);
  useEffect(() => {
    shown.current = finding.shown;
  });
  // The same function always, so that a toggle renders one row and not all.
  const toggle = useCallback(
    (key: string, isRange: boolean) => {
      const shownKeys = shown.current.map((row) => row.key);
      send(isRange ? { type: "ranged", key, shownKeys } : { type: "toggled", key });
    },
    [send],
  );

  const force = useCallback(
    (rows: readonly ShownRow<Kind>[]) => harder && ask(toAsked(harder, rows)),
    [harder],
  );

  return {
    ...roll,
    ...finding,
    title: toolWords[props.kind].title,
    columns,
    asked,
    ask,
    announcement,
    announce,
    toggle,
    /** Null where the harder step is not offered. */
    force: harder && force,
    selectedRows: state.rows.filter((row) => state.selected.has(row.key)),
    async refresh() {
      announce("");
      await roll.refresh();
      announce(sessionWords.refreshed);
    },
  };
}

/** The Server column stands last, and only where it tells something. Sources change by a restart only. */
function useColumns<Kind extends Session>(
  columns: readonly Column<Kind>[],
  sources: readonly SourceView[],
): readonly Column<Kind>[] {
  const hasServers = new Set(sources.map((source) => source.server)).size > 1;
  return useMemo(() => (hasServers ? [...columns, serverColumn] : columns), [columns, hasServers]);
}

function useFinding<Kind extends Session>(
  rows: readonly ShownRow<Kind>[],
  columns: readonly Column<Kind>[],
) {
  const [search, setSearch] = useState("");
  const [hasServices, showServices] = useState(false);
  const people = rows.filter((row) => !isService(row.session));
  return {
    search,
    setSearch,
    hasServices,
    showServices,
    serviceCount: rows.length - people.length,
    personCount: people.filter((row) => row.endedAtMs === null).length,
    shown: findRows(hasServices ? rows : people, columns, search),
  };
}
