import Link from "next/link";
import { showControls } from "@/components/format/show-controls";
import { useWords } from "@/components/words/use-words";
import type { ChainedEntry } from "@/lib/sessions/audit-entry";
import { toAuditHref } from "./audit-query";

/** All that an entry says, as it says it. */
export function AuditDetail({ entry }: { readonly entry: ChainedEntry }) {
  const { auditDetailWords, auditEventWords, auditOutcomeWords, auditPhaseWords } = useWords();
  const { actId, detail, outcome } = entry;
  const fields = [
    [auditDetailWords.entry, String(entry.seq)],
    [auditDetailWords.time, entry.at.toISOString()],
    [auditDetailWords.kind, `${auditEventWords[entry.event]}: ${auditPhaseWords[entry.phase]}`],
    [auditDetailWords.outcome, outcome && auditOutcomeWords[outcome]],
    [auditDetailWords.by, entry.operator],
    [auditDetailWords.byAddress, entry.operatorAddress],
    [auditDetailWords.whom, entry.user],
    [auditDetailWords.whomAddress, entry.address],
    [auditDetailWords.server, entry.server],
    [auditDetailWords.source, entry.sourceId],
    [auditDetailWords.reason, entry.reason],
    [auditDetailWords.code, entry.mac],
    [auditDetailWords.previousCode, entry.previousMac],
  ] as const;
  const hasMore = Object.keys(detail).length > 0;
  return (
    <div className="grid max-w-[min(56rem,calc(100cqw-3.5rem))] gap-2 max-sm:max-w-none">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        {fields.map(
          ([label, value]) =>
            value !== null && (
              <div key={label} className="grid grid-cols-subgrid sm:col-span-2">
                <dt className="text-muted-word">{label}</dt>
                <dd className="wrap-anywhere">
                  <bdi>{showControls(value)}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {hasMore && (
        <div className="grid gap-1">
          <p className="text-muted-word">{auditDetailWords.rest}</p>
          <pre className="wrap-anywhere overflow-hidden whitespace-pre-wrap rounded-lg bg-hover px-3 py-2 font-mono text-xs">
            <bdi>{toLines(detail)}</bdi>
          </pre>
        </div>
      )}
      {actId !== null && (
        <p>
          <Link href={toAuditHref({ act: actId })} className="text-accent hover:underline">
            {auditDetailWords.wholeAct}
          </Link>
        </p>
      )}
    </div>
  );
}

/** JSON hides its own control letters; those of names that JSON lets through are made visible line by line. */
function toLines(detail: ChainedEntry["detail"]): string {
  return JSON.stringify(detail, null, 2).split("\n").map(showControls).join("\n");
}
