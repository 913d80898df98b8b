"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";
import type { ToolKind } from "@/lib/sessions/tool-state";
import { LoadingHead } from "./loading-head";

const rowNames = ["first", "second", "third", "fourth", "fifth"];

interface TableSkeletonProps {
  readonly tool: ToolKind;
  readonly hasSearch?: boolean;
}

/** The page before its first rows: title in place, grey shapes where rows will be. */
export function TableSkeleton({ tool, hasSearch = false }: TableSkeletonProps) {
  const { toolWords } = useWords();
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6">
      <LoadingHead title={toolWords[tool].title}>
        <Skeleton className="mt-2 h-3.5 w-48" />
      </LoadingHead>
      {hasSearch && <Skeleton className="h-9 w-68" />}
      <div className="divide-y divide-line rounded-xl border border-line bg-card">
        {rowNames.map((name) => (
          <div key={name} className="flex h-9 items-center gap-6 px-3">
            <Skeleton className="h-3 w-28" />
            <Skeleton className="h-3 w-44 max-sm:hidden" />
            <Skeleton className="h-3 w-20" />
            <Skeleton className="ml-auto h-3 w-24 max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
