import Link from "next/link";
import { showControls } from "@/components/format/show-controls";
import type { ChainedEntry } from "@/lib/sessions/audit-entry";
import { toAuditHref } from "./audit-query";
import { detailWords, eventWords, outcomeWords, phaseWords } from "./audit-words";

/** All that an entry says, as it says it. */
export function AuditDetail({ entry }: { readonly entry: ChainedEntry }) {
  const { actId, detail, outcome } = entry;
  const fields = [
    [detailWords.entry, String(entry.seq)],
    [detailWords.time, entry.at.toISOString()],
    [detailWords.kind, `${eventWords[entry.event]}: ${phaseWords[entry.phase]}`],
    [detailWords.outcome, outcome && outcomeWords[outcome]],
    [detailWords.by, entry.operator],
    [detailWords.byAddress, entry.operatorAddress],
    [detailWords.whom, entry.user],
    [detailWords.whomAddress, entry.address],
    [detailWords.server, entry.server],
    [detailWords.source, entry.sourceId],
    [detailWords.reason, entry.reason],
    [detailWords.code, entry.mac],
    [detailWords.previousCode, entry.previousMac],
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
          <p className="text-muted-word">{detailWords.rest}</p>
          <pre className="wrap-anywhere overflow-hidden whitespace-pre-wrap rounded-lg bg-hover px-3 py-2 font-mono text-xs">
            <bdi>{toLines(detail)}</bdi>
          </pre>
        </div>
      )}
      {actId !== null && (
        <p>
          <Link href={toAuditHref({ act: actId })} className="text-accent hover:underline">
            {detailWords.wholeAct}
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
