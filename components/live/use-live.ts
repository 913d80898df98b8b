"use client";

import { createContext, useContext } from "react";
import type { LineState, LiveLine } from "./live-line";

export interface Live extends Pick<LiveLine, "watch"> {
  readonly line: LineState;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive is for what stands inside LiveProvider");
  return live;
}
