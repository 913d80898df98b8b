"use client";

import { useEffect, useState } from "react";

/** Null until it is there; `lost` when Rollcall did not answer. */
export type Later<Module> = Module | "lost" | null;

/** Code that most visits do without: loaded when it is wanted, tried again for each other `wish`, and kept. */
export function useLater<Module extends object>(
  wish: unknown,
  load: () => Promise<Module>,
): Later<Module> {
  const [loaded, setLoaded] = useState<Later<Module>>(null);
  const isMissing = loaded === null || loaded === "lost";
  // biome-ignore lint/correctness/useExhaustiveDependencies: it loads the same whenever it is asked
  useEffect(() => {
    if (!(wish && isMissing)) return;
    load().then(
      (module) => setLoaded(module),
      () => setLoaded("lost"),
    );
  }, [wish]);
  return loaded;
}
