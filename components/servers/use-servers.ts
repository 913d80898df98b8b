"use client";

import { useRef, useState } from "react";
import { useTools } from "@/components/tools/tools-provider";
import { useLook } from "@/components/ui/use-look";
import type { ServersAnswer } from "./server-actions";
import { healthOf, troublesOf } from "./server-health";
import type { ServersView } from "./server-view";

interface ServersSettings {
  readonly first: ServersView;
  readonly look: () => Promise<ServersAnswer>;
  /** Asks every source now, because a person wants it. */
  readonly refresh: () => Promise<ServersAnswer>;
  readonly isPaused: boolean;
}

/** The servers, kept up with what they answer. Rows change in place, but do not move under the pointer. */
export function useServers({ first, look, refresh, isPaused }: ServersSettings) {
  const [view, setView] = useState(first);
  const [isRefreshing, setIsRefreshing] = useState(false);
  const isPointerOnRows = useRef(false);
  const held = useRef<ServersView | null>(null);
  const { showTools } = useTools();

  const show = (next: ServersView) => {
    held.current = null;
    setView(next);
  };
  const { isLost, lookOnce } = useLook({
    look,
    isPaused,
    onAnswer({ view: next, tools }: ServersAnswer) {
      showTools(tools);
      if (isPointerOnRows.current && layoutOf(next) !== layoutOf(view)) held.current = next;
      else show(next);
    },
  });

  return {
    view,
    isLost,
    isPaused,
    isRefreshing,
    onPointer(isOn: boolean) {
      isPointerOnRows.current = isOn;
      if (!isOn && held.current) show(held.current);
    },
    /** After a change that was made here, which is shown at once. */
    async lookAgain() {
      isPointerOnRows.current = false;
      await lookOnce(look);
    },
    async refresh() {
      if (isRefreshing) return;
      setIsRefreshing(true);
      await lookOnce(refresh);
      setIsRefreshing(false);
    },
  };
}

/** What decides where each row stands. */
function layoutOf({ servers }: ServersView): string {
  return JSON.stringify(
    servers.map((server) => [server.name, healthOf(server).state, troublesOf(server).length]),
  );
}
