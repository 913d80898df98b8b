"use client";

import { useSyncExternalStore } from "react";

/** False on the server and without scripts: what needs them is not offered then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
