"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";
import { findKind } from "@/lib/sessions/find-kind";
import { useTools } from "./tools-provider";

/** The cards of this operator before their first numbers. */
export function ToolsSkeleton() {
  const { frameWords } = useWords();
  const shown = useTools().tools.filter(({ kind }) => findKind(kind));
  return (
    <>
      <p role="status" className="sr-only">
        {frameWords.loading}
      </p>
      <div
        className={`grid grid-cols-1 gap-4 ${shown.length > 2 ? "lg:grid-cols-3" : "lg:grid-cols-2"}`}
      >
        {shown.map(({ kind }) => (
          <div key={kind} className="grid gap-4 rounded-2xl border border-line bg-card p-5">
            <Skeleton className="h-4 w-44" />
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-8 w-20" />
            <Skeleton className="h-14 w-full" />
          </div>
        ))}
      </div>
      <div className="rounded-2xl border border-line bg-card p-5">
        <Skeleton className="h-4 w-56" />
      </div>
    </>
  );
}
