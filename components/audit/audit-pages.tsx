import { ChevronLeft, ChevronRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { AuditFilter, AuditPlace, FoundEntries } from "@/lib/sessions/audit-search";
import { toAuditHref } from "./audit-query";

interface AuditPagesProps {
  readonly found: FoundEntries;
  readonly filter: AuditFilter;
  readonly place: AuditPlace;
}

/** By the numbers of entries: a page that is looked at stays as it is while others arrive. */
export function AuditPages({ found, filter, place }: AuditPagesProps) {
  const { auditWords } = useWords();
  const { entries, hasNewer, hasOlder } = found;
  const [first, last] = [entries.at(0), entries.at(-1)];
  const link = buttonClasses("plain");
  if (place.side === "newest" && !hasOlder) return null;
  return (
    <nav aria-label={auditWords.pages} className="flex flex-wrap gap-2">
      {place.side !== "newest" && (
        <Link href={toAuditHref(filter)} className={link}>
          <ChevronsLeft aria-hidden="true" className="size-4" />
          {auditWords.newest}
        </Link>
      )}
      {hasNewer && first && (
        <Link href={toAuditHref(filter, { side: "after", seq: first.seq })} className={link}>
          <ChevronLeft aria-hidden="true" className="size-4" />
          {auditWords.newer}
        </Link>
      )}
      {hasOlder && last && (
        <Link href={toAuditHref(filter, { side: "before", seq: last.seq })} className={link}>
          {auditWords.older}
          <ChevronRight aria-hidden="true" className="size-4" />
        </Link>
      )}
    </nav>
  );
}
