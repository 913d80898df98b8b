"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTools } from "@/components/tools/tools-provider";
import { createLine, type LineState } from "./live-line";
import { openSocket } from "./open-socket";
import { type Live, LiveContext } from "./use-live";

interface LiveProviderProps {
  /** Where those go whose panel session has ended. */
  readonly signInHref: string;
  readonly children: ReactNode;
}

/** Keeps one line to Rollcall open for all pages. */
export function LiveProvider({ signInHref, children }: LiveProviderProps) {
  const router = useRouter();
  const { showTools } = useTools();
  const [state, setState] = useState<LineState>("connecting");
  const [line] = useState(() =>
    createLine({
      connect: openSocket,
      onState: setState,
      onTools: showTools,
      // The page itself may offer more now, or less.
      onSightChanged: () => router.refresh(),
      onSignedOut: () => window.location.assign(signInHref),
      random: Math.random,
    }),
  );

  useEffect(() => {
    const onVisibility = () => line.setSeen(!document.hidden);
    onVisibility();
    line.open();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      line.close();
    };
  }, [line]);

  const live = useMemo<Live>(() => ({ line: state, watch: line.watch }), [state, line]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
