"use client";

import { useEffect, useMemo, useState } from "react";
import type { Session } from "@/lib/sessions/session";
import type { RollState } from "./roll-store";

/** Elapsed times are told in minutes: a row is not drawn again for less than this. */
const grainMs = 5000;

/** Rollcall's time, which goes on between two messages. The browser's own clock may be a day off. */
export function useNow({ asOf, heardAtMs }: RollState<Session>): Date {
  const [reachedMs, setReachedMs] = useState(0);
  useEffect(() => {
    const tell = () => setReachedMs(toGrain(asOf.getTime() + performance.now() - heardAtMs));
    const timer = setInterval(tell, grainMs / 5);
    return () => clearInterval(timer);
  }, [asOf, heardAtMs]);
  const nowMs = Math.max(reachedMs, toGrain(asOf.getTime()));
  return useMemo(() => new Date(nowMs), [nowMs]);
}

function toGrain(ms: number): number {
  return Math.floor(ms / grainMs) * grainMs;
}
