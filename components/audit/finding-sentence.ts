import { formatCount } from "@/components/format/format-count";
import type { AuditFinding } from "@/lib/sessions/audit-finding";

/** Whether the audit holds; where it does not, which entry is the first bad one, and what that means. */
export function findingSentence(finding: AuditFinding): string {
  switch (finding.status) {
    case "holds":
      return finding.head
        ? `The audit holds: ${formatCount(finding.head.seq)} entries, each as it was written.`
        : "The audit holds no entries yet.";
    case "altered":
      return `Entry ${finding.seq} was altered: what it says does not fit the code it was written with.`;
    case "missing":
      return finding.seq === finding.through
        ? `Entry ${finding.seq} is missing: somebody removed it.`
        : `Entries ${finding.seq} to ${finding.through} are missing: somebody removed them.`;
    case "cutOff":
      return `The audit is cut off: entry ${finding.seq} and what came after it are missing, though ${finding.known.from} knows it up to entry ${finding.known.seq}.`;
    case "rewritten":
      return `The audit was rewritten: entry ${finding.seq} is another than ${finding.known.from} knows.`;
    case "foreign":
      return `The audit was rewritten: from entry ${finding.seq} on it was written with another key, or comes from another audit.`;
    case "headDamaged":
      return `The entries fit each other, but ${finding.file}, which says how far they went, is damaged: compare the last ones with the log.`;
    case "headMissing":
      return `The entries fit each other, but ${finding.file}, which says how far they went, is missing, so that the last ones may be too: give the log with --log, or a head with --head.`;
  }
}
