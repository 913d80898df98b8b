"use client";

import { Check, Copy } from "lucide-react";
import { type RefObject, useState } from "react";

export interface CopyWords {
  readonly copy: string;
  readonly copied: string;
  readonly selected: string;
}

interface CopyButtonProps {
  readonly text: string;
  /** What is selected where it cannot be copied. */
  readonly shown: RefObject<HTMLElement | null>;
  readonly words: CopyWords;
  /** What is copied, for who hears the page; then the sign alone stands for the word. */
  readonly about?: string;
}

/** Browsers hand out the clipboard over https and on localhost only; else the text is selected. */
export function CopyButton({ text, shown, words, about }: CopyButtonProps) {
  const [state, setState] = useState<"copy" | "copied" | "selected">("copy");
  const Icon = state === "copy" ? Copy : Check;
  const isBrief = about !== undefined && state === "copy";

  async function copy() {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return setState("copied");
    }
    if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
    setState("selected");
  }

  return (
    <button
      type="button"
      data-hint={isBrief ? `${words.copy} ${about}` : undefined}
      onClick={() => void copy()}
      className="inline-flex shrink-0 items-center gap-1.5 rounded-md px-2 py-1 font-medium text-muted-word text-xs hover:bg-hover hover:text-text"
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span aria-live="polite" className={isBrief ? "sr-only" : undefined}>
        {words[state]}
        {about !== undefined && <span className="sr-only"> {about}</span>}
      </span>
    </button>
  );
}
