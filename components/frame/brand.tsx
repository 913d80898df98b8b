"use client";

import { useWords } from "@/components/words/use-words";
import { DemoMark } from "./demo-mark";

export function BrandMark({ className }: { readonly className: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <circle
        cx="16"
        cy="16"
        r="8.5"
        fill="none"
        strokeOpacity="0.5"
        strokeWidth="2.5"
        className="stroke-on-fill"
      />
      <circle cx="16" cy="16" r="4.25" className="fill-on-fill" />
    </svg>
  );
}

export function Brand() {
  const { frameWords } = useWords();
  return (
    <span className="flex items-center gap-2.5">
      <BrandMark className="size-6" />
      <span className="font-semibold text-base tracking-tight">{frameWords.product}</span>
      <DemoMark />
    </span>
  );
}
