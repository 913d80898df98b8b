"use client";

import { LoadingHead } from "@/components/frame/loading-head";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";
import type { SessionKind } from "@/lib/sessions/session";

const rowNames = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** The page before its first rows: title in place, grey shapes where rows will be. */
export function SessionsSkeleton({ kind }: { readonly kind: SessionKind }) {
  const { toolWords } = useWords();
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6">
      <LoadingHead title={toolWords[kind].title}>
        <Skeleton className="mt-2 h-3.5 w-48" />
      </LoadingHead>
      <Skeleton className="h-9 w-full sm:w-80" />
      <SkeletonRows />
    </div>
  );
}

export function SkeletonRows() {
  return (
    <div className="divide-y divide-line rounded-xl border border-line bg-card">
      {rowNames.map((name) => (
        <div key={name} className="flex h-9 items-center gap-6 px-3">
          <Skeleton className="size-4" />
          <Skeleton className="h-3 w-28" />
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-3 w-40 max-sm:hidden" />
          <Skeleton className="ml-auto h-3 w-24 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}
