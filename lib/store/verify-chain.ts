import type { AuditHead } from "@/lib/sessions/audit-entry";
import type { AuditFinding, KnownHead } from "@/lib/sessions/audit-finding";
import { type AuditRow, macOf, noEntry } from "./audit-chain";

/** A row as it was read; without the rest where it holds what no row may hold. */
export type ReadRow = AuditRow | { readonly seq: number };

/**
 * Walks along the chain by number. Who has the database and not the key cannot pass it; who has both
 * passes, but for the heads that were known before.
 */
export async function verifyChain(
  pages: AsyncIterable<readonly ReadRow[]>,
  heads: readonly KnownHead[],
  key: Buffer,
): Promise<AuditFinding> {
  const walk = createWalk(heads, key);
  for await (const page of pages) {
    for (const row of page) {
      const finding = walk.step(row);
      if (finding) return finding;
    }
  }
  return walk.end();
}

function createWalk(heads: readonly KnownHead[], key: Buffer) {
  const bySeq = Map.groupBy(heads, ({ seq }) => seq);
  let last = noEntry;
  /** From here on no code fits, though each entry names the one before: another key, unless a later one fits. */
  let misfit: number | undefined;
  let isConfirmed = false;

  const compare = ({ seq, mac }: AuditRow): AuditFinding | undefined => {
    const known = bySeq.get(seq) ?? [];
    if (misfit !== undefined) {
      // Its code was known before: what it says has been changed since, and not the key.
      const isKnown = known.some((head) => head.mac === mac);
      return isKnown ? { status: "altered", seq: misfit } : undefined;
    }
    const other = known.find((head) => head.mac !== mac);
    if (other) return { status: "rewritten", seq, known: other };
    isConfirmed ||= known.length > 0;
    return undefined;
  };

  const step = (row: ReadRow): AuditFinding | undefined => {
    const { seq } = row;
    const bad = misfit ?? seq;
    if (isGap(row, last) && misfit === undefined) {
      return { status: "missing", seq: last.seq + 1, through: seq - 1 };
    }
    if (!isNext(row, last)) return { status: "altered", seq: bad };
    const isLinked = row.previousMac === last.mac;
    const isFit = macOf(row, key) === row.mac;
    last = row;
    if (isFit ? misfit !== undefined : !isLinked) return { status: "altered", seq: bad };
    if (!isLinked) return { status: "foreign", seq };
    if (!isFit) misfit = bad;
    return compare(row);
  };

  const end = (): AuditFinding => {
    if (misfit !== undefined) {
      // One alone may as well have been altered, which is easier done.
      return { status: misfit < last.seq ? "foreign" : "altered", seq: misfit };
    }
    const further = heads.find(({ seq }) => seq > last.seq);
    if (further) return { status: "cutOff", seq: last.seq + 1, known: further };
    const head = last === noEntry ? null : { seq: last.seq, mac: last.mac };
    return { status: "holds", head, isHeadKnown: isConfirmed };
  };

  return { step, end };
}

function isGap({ seq, ...row }: ReadRow, last: AuditHead): boolean {
  return "mac" in row && seq > last.seq + 1;
}

function isNext(row: ReadRow, last: AuditHead): row is AuditRow {
  return "mac" in row && row.seq === last.seq + 1;
}
