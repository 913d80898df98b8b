"use client";

import type { ReactNode } from "react";
import { english } from "./en";
import { WordsContext } from "./words-context";

/** One file a language, so that a browser loads only the one it shows. */
export function EnglishWords({ children }: { readonly children: ReactNode }) {
  return <WordsContext value={english}>{children}</WordsContext>;
}
