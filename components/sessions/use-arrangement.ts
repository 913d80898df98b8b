"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import type { Session } from "@/lib/sessions/session";
import { toAddressText, toArrangement } from "./address-text";
import type { Arrangement } from "./arrangement";
import type { Column } from "./column";

/** What is looked for, and in what order. The address says it too. */
export function useArrangement<Kind extends Session>(columns: readonly Column<Kind>[]) {
  const params = useSearchParams();
  const [arrangement, setArrangement] = useState(() => toArrangement(params, columns));

  /** The address is ahead of `params` while somebody types; it differs only where a link has led here. */
  const follow = useEffectEvent(() => {
    const asked = toArrangement(new URLSearchParams(window.location.search), columns);
    if (toAddressText(asked) !== toAddressText(arrangement)) setArrangement(asked);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: they tell when the address has changed
  useEffect(() => follow(), [params]);

  return {
    arrangement,
    arrange(change: Partial<Arrangement>) {
      const next = { ...arrangement, ...change };
      setArrangement(next);
      window.history.replaceState(null, "", `${window.location.pathname}${toAddressText(next)}`);
    },
  };
}
