"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";

interface CopyLineProps {
  readonly text: string;
  readonly words: { readonly copy: string; readonly copied: string; readonly selected: string };
}

/** A line to paste elsewhere. Browsers hand out the clipboard over https and on localhost only; else it is selected. */
export function CopyLine({ text, words }: CopyLineProps) {
  const line = useRef<HTMLElement>(null);
  const [state, setState] = useState<"copy" | "copied" | "selected">("copy");
  const Icon = state === "copy" ? Copy : Check;

  async function copy() {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return setState("copied");
    }
    if (line.current) window.getSelection()?.selectAllChildren(line.current);
    setState("selected");
  }

  return (
    <div className="flex max-w-full items-start gap-1 rounded-lg border border-line bg-page py-1 pr-1 pl-3">
      <code ref={line} className="wrap-anywhere min-w-0 flex-1 py-1 font-mono text-text text-xs">
        {text}
      </code>
      <button
        type="button"
        onClick={() => void copy()}
        className="inline-flex shrink-0 items-center gap-1.5 rounded-md px-2 py-1 font-medium text-muted-word text-xs hover:bg-hover hover:text-text"
      >
        <Icon aria-hidden="true" className="size-3.5" />
        <span aria-live="polite">{words[state]}</span>
      </button>
    </div>
  );
}
