import type { Words } from "@/components/words/words";
import type { AuditFinding } from "@/lib/sessions/audit-finding";

/** Whether the audit holds; where it does not, which entry is the first bad one, and what that means. */
export function findingSentence(
  { auditFindingWords: words }: Words,
  finding: AuditFinding,
): string {
  switch (finding.status) {
    case "holds":
      return finding.head ? words.holds(finding.head.seq) : words.holdsNone;
    case "altered":
      return words.altered(finding.seq);
    case "missing":
      return finding.seq === finding.through
        ? words.missing(finding.seq)
        : words.missingMany(finding.seq, finding.through);
    case "cutOff":
      return words.cutOff(finding.seq, finding.known.from, finding.known.seq);
    case "rewritten":
      return words.rewritten(finding.seq, finding.known.from);
    case "foreign":
      return words.foreign(finding.seq);
    case "headDamaged":
      return words.headDamaged(finding.file);
    case "headMissing":
      return words.headMissing(finding.file);
  }
}
