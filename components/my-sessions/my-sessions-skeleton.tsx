"use client";

import { Crumbs } from "@/components/frame/crumbs";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";

const lineNames = ["first", "second", "third"];

/** The page before its first lines. */
export function MySessionsSkeleton() {
  const { frameWords, mySessionWords } = useWords();
  return (
    <div className="grid max-w-3xl gap-6 p-4 sm:p-6">
      <header className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{mySessionWords.title}</h1>
        <p role="status" className="sr-only">
          {frameWords.loading}
        </p>
      </header>
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
