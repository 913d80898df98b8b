import { Download } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import type { AuditFilter } from "@/lib/sessions/audit-search";
import { toDownloadHref } from "./audit-query";
import { searchWords } from "./audit-words";

const formats = { csv: searchWords.csv, jsonl: searchWords.jsonLines } as const;

export function AuditDownload({ filter }: { readonly filter: AuditFilter }) {
  return (
    <p className="ml-auto flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted-word">
      {searchWords.what}
      {(["csv", "jsonl"] as const).map((format) => (
        <a
          key={format}
          href={toDownloadHref(filter, format)}
          download
          className={buttonClasses("plain")}
        >
          <Download aria-hidden="true" className="size-4" />
          {formats[format]}
        </a>
      ))}
    </p>
  );
}
