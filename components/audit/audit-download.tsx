import { Download } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { AuditFilter } from "@/lib/sessions/audit-search";
import { toDownloadHref } from "./audit-query";

export function AuditDownload({ filter }: { readonly filter: AuditFilter }) {
  const { auditSearchWords } = useWords();
  const formats = { csv: auditSearchWords.csv, jsonl: auditSearchWords.jsonLines } as const;
  return (
    <p className="ml-auto flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted-word">
      {auditSearchWords.what}
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
