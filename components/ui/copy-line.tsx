"use client";

import { useRef } from "react";
import { CopyButton, type CopyWords } from "./copy-button";

interface CopyLineProps {
  readonly text: string;
  readonly words: CopyWords;
}

/** A line to paste elsewhere. */
export function CopyLine({ text, words }: CopyLineProps) {
  const line = useRef<HTMLElement>(null);
  return (
    <div className="flex max-w-full items-start gap-1 rounded-lg border border-line bg-page py-1 pr-1 pl-3">
      <code ref={line} className="wrap-anywhere min-w-0 flex-1 py-1 font-mono text-text text-xs">
        {text}
      </code>
      <CopyButton text={text} shown={line} words={words} />
    </div>
  );
}
