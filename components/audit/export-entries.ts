import { stringify } from "csv-stringify/sync";
import type { FoundEntry } from "@/lib/sessions/audit-search";

const columns = [
  ...["seq", "at", "event", "phase", "outcome", "operator", "operatorAddress", "user", "address"],
  ...["server", "sourceId", "reason", "detail", "actId", "previousMac", "mac"],
];

export const exportTypes = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
} as const;
export type ExportFormat = keyof typeof exportTypes;

/** Some entries of a file, the first with what a file begins with. */
export function toExportText(
  format: ExportFormat,
  entries: readonly FoundEntry[],
  isFirst: boolean,
): string {
  if (format === "jsonl")
    return entries.map((found) => `${JSON.stringify(toLine(found))}\n`).join("");
  return stringify(entries.map(toRecord), {
    columns,
    header: isFirst,
    bom: isFirst,
    // A spreadsheet would run what begins like a formula, and names are chosen by strangers.
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

/** Nothing is left out, so that who has the key can verify what they were given. */
function toLine({ seq, entry }: FoundEntry) {
  return entry ?? { seq, unreadable: true };
}

function toRecord({ seq, entry }: FoundEntry) {
  if (!entry) return { seq, event: "unreadable" };
  return { ...entry, at: entry.at.toISOString(), detail: JSON.stringify(entry.detail) };
}
