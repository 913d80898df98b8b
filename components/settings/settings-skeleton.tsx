"use client";

import { LoadingHead } from "@/components/frame/loading-head";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/components/words/use-words";
import { roles } from "@/lib/sessions/session";

/** The page before its settings: title in place, grey shapes where they will be. */
export function SettingsSkeleton() {
  const { settingsWords, toolWords } = useWords();
  return (
    <div className="grid gap-4 p-4 sm:p-6">
      <LoadingHead title={toolWords.settings.title} />
      <div className="grid max-w-5xl gap-1">
        <h2 className="font-semibold text-base">{settingsWords.sessions}</h2>
        <p className="text-muted">{settingsWords.lead}</p>
      </div>
      <div className="grid max-w-5xl gap-3 xl:grid-cols-2">
        {roles.map((role) => (
          <div key={role} className="grid gap-4 rounded-xl border border-line bg-card p-4">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-10 w-full" />
            <Skeleton className="h-10 w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
