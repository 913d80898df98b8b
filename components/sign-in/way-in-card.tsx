"use client";

import type { ReactNode } from "react";
import { BrandMark } from "@/components/frame/brand";
import { DemoMark } from "@/components/frame/demo-mark";
import { useWords } from "@/components/words/use-words";

interface WayInCardProps {
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}

export function WayInCard({ title, lead, children }: WayInCardProps) {
  const { frameWords } = useWords();
  return (
    // On a narrow page the choice of the language has its place above.
    <main className="grid min-h-dvh place-items-center p-4 max-sm:pt-16">
      <div className="grid w-full max-w-[23rem] gap-6">
        <div className="flex items-center justify-center gap-3">
          <BrandMark className="size-9" />
          <span className="font-semibold text-xl tracking-tight">{frameWords.product}</span>
          <DemoMark />
        </div>
        <div className="grid gap-5 rounded-2xl border border-line bg-card p-6 shadow-lift">
          <div className="grid gap-1">
            <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
            {lead && <p className="text-muted">{lead}</p>}
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}
