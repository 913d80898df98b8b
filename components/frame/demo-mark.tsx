"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useWords } from "@/components/words/use-words";

const DemoContext = createContext(false);

interface DemoProviderProps {
  readonly isDemo: boolean;
  readonly children: ReactNode;
}

export function DemoProvider({ isDemo, children }: DemoProviderProps) {
  return <DemoContext value={isDemo}>{children}</DemoContext>;
}

/** Nothing, where the servers are real. */
export function DemoMark() {
  const { demoWords } = useWords();
  if (!useContext(DemoContext)) return null;
  return (
    <span
      data-hint={demoWords.hint}
      className="rounded-full bg-accent-wash px-2 font-medium text-accent text-xs leading-5"
    >
      {demoWords.mark}
      <span className="sr-only">. {demoWords.hint}</span>
    </span>
  );
}
