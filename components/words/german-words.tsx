"use client";

import type { ReactNode } from "react";
import { german } from "./de";
import { WordsContext } from "./words-context";

export function GermanWords({ children }: { readonly children: ReactNode }) {
  return <WordsContext value={german}>{children}</WordsContext>;
}
