"use client";

import { useState } from "react";
import { ScrollBox } from "@/components/ui/scroll-box";
import { useWords } from "@/components/words/use-words";
import type { FoundEntry } from "@/lib/sessions/audit-search";
import { numberColumn, unseenWhereNarrow } from "./audit-columns";
import { AuditRow } from "./audit-row";

interface AuditTableProps {
  readonly entries: readonly FoundEntry[];
}

export function AuditTable({ entries }: AuditTableProps) {
  const { auditWords } = useWords();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = (seq: number) => {
    const isOpened = opened.has(seq);
    setOpened(new Set(isOpened ? [...opened].filter((each) => each !== seq) : [...opened, seq]));
  };
  return (
    <ScrollBox
      label={auditWords.tableLabel}
      className="@container relative shrink-0 overflow-auto rounded-xl border border-line bg-card shadow-xs side:shrink"
    >
      <table className="sessions sm:min-w-180">
        <thead className="max-sm:sr-only!">
          <tr>
            <th scope="col" data-place="who" className="w-[19%]">
              {auditWords.action}
            </th>
            <th scope="col" className="w-40 sm:@max-[60rem]:w-25">
              {auditWords.time}
            </th>
            <th scope="col" className="w-[14%] sm:@max-[60rem]:w-[18%]">
              {auditWords.outcome}
            </th>
            <th scope="col" className="w-[20%] sm:@max-[60rem]:w-[19%]">
              {auditWords.by}
            </th>
            <th scope="col" className="w-[17%] sm:@max-[60rem]:w-[16%]">
              {auditWords.whom}
            </th>
            <th scope="col">{auditWords.server}</th>
            <th scope="col" className={`number w-18 ${numberColumn}`}>
              <span className={unseenWhereNarrow}>{auditWords.number}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((found) => (
            <AuditRow
              key={found.seq}
              found={found}
              isOpened={opened.has(found.seq)}
              onToggle={() => toggle(found.seq)}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
