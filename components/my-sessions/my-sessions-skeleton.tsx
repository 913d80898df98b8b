"use client";

import { LoadingHead } from "@/components/frame/loading-head";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";

const lineNames = ["first", "second", "third"];

/** The page before its first lines. */
export function MySessionsSkeleton() {
  const { mySessionWords } = useWords();
  return (
    <div className="grid max-w-3xl gap-6 p-4 sm:p-6">
      <LoadingHead title={mySessionWords.title} />
      <div className="divide-y divide-line rounded-xl border border-line bg-card">
        {lineNames.map((name) => (
          <div key={name} className="grid gap-2 px-4 py-4">
            <Skeleton className="h-3 w-48" />
            <Skeleton className="h-3 w-64" />
          </div>
        ))}
      </div>
    </div>
  );
}
