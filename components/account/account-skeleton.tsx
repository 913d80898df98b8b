"use client";

import { LoadingHead } from "@/components/frame/loading-head";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";

const cards = ["password", "app", "passkeys", "codes"];

/** The page before it knows what there is: title in place, grey shapes where the cards will be. */
export function AccountSkeleton() {
  const { accountWords } = useWords();
  return (
    <div className="flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
      <LoadingHead title={accountWords.title}>
        <Skeleton className="mt-1 h-4 w-24" />
      </LoadingHead>
      {cards.map((card) => (
        <div key={card} className="grid gap-3 rounded-2xl border border-line bg-card p-5 shadow-xs">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-3 w-72 max-w-full" />
        </div>
      ))}
    </div>
  );
}
