"use client";

import { ScrollText, SearchX } from "lucide-react";
import Link from "next/link";
import { Crumbs } from "@/components/frame/crumbs";
import { buttonClasses } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import { useWords } from "@/components/words/use-words";
import type {
  AuditFilter,
  AuditPlace,
  AuditStanding,
  FoundEntries,
} from "@/lib/sessions/audit-search";
import { AuditDownload } from "./audit-download";
import { AuditPages } from "./audit-pages";
import { auditPath } from "./audit-query";
import { AuditSearch } from "./audit-search";
import { AuditStandingLine } from "./audit-standing";
import { AuditTable } from "./audit-table";

interface AuditScreenProps {
  readonly found: FoundEntries;
  readonly filter: AuditFilter;
  readonly place: AuditPlace;
  readonly standing: AuditStanding | null;
  readonly asOf: Date;
  readonly verify: () => Promise<AuditStanding>;
}

export function AuditScreen({ found, filter, place, standing, asOf, verify }: AuditScreenProps) {
  const { auditWords, toolWords } = useWords();
  const isSearched = Object.keys(filter).length > 0;
  const isAll = !isSearched && place.side === "newest";
  return (
    <div className="flex flex-col gap-3 p-4 sm:p-6 side:h-full">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <Crumbs />
          <h1 className="font-semibold text-xl tracking-tight">{toolWords.audit.title}</h1>
        </div>
        <AuditStandingLine first={standing} asOf={asOf} verify={verify} />
      </header>
      <AuditSearch filter={filter} />
      {found.entries.length > 0 ? (
        <AuditTable entries={found.entries} />
      ) : (
        <div className="rounded-xl border border-line bg-card shadow-xs">
          <FullNote
            icon={isAll ? ScrollText : SearchX}
            tone="muted"
            title={isAll ? auditWords.none : auditWords.noMatch}
          />
        </div>
      )}
      <footer className="flex flex-wrap items-center gap-2">
        <AuditPages found={found} filter={filter} place={place} />
        {isSearched && (
          <Link href={auditPath} className={buttonClasses("quiet")}>
            {auditWords.clear}
          </Link>
        )}
        <AuditDownload filter={filter} />
      </footer>
    </div>
  );
}
