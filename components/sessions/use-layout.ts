"use client";

import { useState } from "react";
import type { SessionKind } from "@/lib/sessions/session";
import { type Layout, layoutCookie, toLayoutText } from "./layout";

const oneYearSeconds = 365 * 86_400;

/** The layout of this page, remembered for the next time. */
export function useLayout(kind: SessionKind, first: Layout) {
  const [layout, setLayout] = useState(first);
  return {
    layout,
    changeLayout(change: Partial<Layout>) {
      const next = { ...layout, ...change };
      setLayout(next);
      remember(kind, next);
    },
  };
}

function remember(kind: SessionKind, layout: Layout): void {
  const text = `${layoutCookie(kind)}=${encodeURIComponent(toLayoutText(layout))}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not there without https, and a server action sends the page again
  document.cookie = `${text}; path=/tools-settings; max-age=${oneYearSeconds}; samesite=lax`;
}
