import { Crumbs } from "@/components/frame/crumbs";
import { Skeleton } from "@/components/ui/skeleton";
import { toolWords } from "@/components/words";
import { auditWords } from "./audit-words";

const rowNames = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** The page before its first rows: title in place, grey shapes where rows will be. */
export function AuditSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6">
      <div className="grid gap-1">
        <Crumbs />
        <h1 className="font-semibold text-xl tracking-tight">{toolWords.audit.title}</h1>
        <p role="status" className="sr-only">
          {auditWords.loading}
        </p>
      </div>
      <Skeleton className="h-9 w-full" />
      <div className="divide-y divide-line rounded-xl border border-line bg-card">
        {rowNames.map((name) => (
          <div key={name} className="flex h-9 items-center gap-6 px-3">
            <Skeleton className="h-3 w-36" />
            <Skeleton className="h-3 w-20" />
            <Skeleton className="h-3 w-32 max-sm:hidden" />
            <Skeleton className="ml-auto h-3 w-28 max-sm:hidden" />
          </div>
        ))}
      </div>
    </div>
  );
}
