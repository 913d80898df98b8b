"use client";

import { LoadingHead } from "@/components/frame/loading-head";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";

/** The page while this machine is looked at: title in place, grey shapes where the switches will be. */
export function ThisMachineSkeleton() {
  const { thisMachineWords } = useWords();
  return (
    <div className="grid max-w-3xl gap-5 p-4 sm:p-6">
      <LoadingHead title={thisMachineWords.title} />
      <div className="divide-y divide-line rounded-xl border border-line bg-card">
        {["first", "second", "third"].map((name) => (
          <div key={name} className="flex h-13 items-center gap-3 px-4">
            <Skeleton className="h-4.5 w-8" />
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className="h-3 w-44 max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
