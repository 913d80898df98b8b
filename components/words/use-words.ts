"use client";

import { useContext } from "react";
import type { Words } from "./words";
import { WordsContext } from "./words-context";

/** The texts of the page, in the language it is shown in. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("useWords is for what stands inside EnglishWords or GermanWords");
  return words;
}
