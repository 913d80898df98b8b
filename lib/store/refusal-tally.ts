import type { AuditEntry } from "@/lib/sessions/audit-entry";

const everyMs = 60_000;
const mostKinds = 50;

export interface RefusalTally {
  /**
   * Writes the first of its kind at once, and counts further ones: they stand in one entry a minute. What
   * it is counted under, such as the network it came from, says `place`.
   */
  noteRefusal(refusal: AuditEntry, place: string): void;
  /** Writes what was counted. */
  flush(): Promise<void>;
}

interface Counted {
  readonly first: AuditEntry;
  count: number;
  lastAt: Date;
}

/** However many are refused, in a minute there are at most about a hundred entries of it. */
export function createRefusalTally(
  owe: (entries: readonly AuditEntry[]) => Promise<void>,
): RefusalTally {
  let kinds = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const counted = [...kinds.values()];
    kinds = new Map();
    await owe(counted.flatMap(toSum));
  };

  return {
    noteRefusal(refusal, place) {
      timer ??= setTimeout(() => void flush(), everyMs).unref();
      const kind = kindOf(refusal, place);
      const isNew = !kinds.has(kind) && kinds.size < mostKinds;
      const key = isNew || kinds.has(kind) ? kind : refusal.event;
      const counted = kinds.get(key) ?? { first: isNew ? refusal : toOthers(refusal), count: 0 };
      kinds.set(key, { ...counted, count: counted.count + 1, lastAt: refusal.at });
      if (isNew) void owe([refusal]);
    },
    flush,
  };
}

function kindOf({ event, operator, user, detail }: AuditEntry, place: string): string {
  return JSON.stringify([event, operator, user, detail["why"] ?? null, place]);
}

/** For those beyond the kinds that are told apart. */
function toOthers(refusal: AuditEntry): AuditEntry {
  const nobody = { operator: "not told apart", operatorAddress: null, user: null, address: null };
  return { ...refusal, ...nobody, detail: { why: "others" } };
}

/** The first stands in the audit already, but for those that are not told apart. */
function toSum({ first, count, lastAt }: Counted): readonly AuditEntry[] {
  const more = first.detail["why"] === "others" ? count : count - 1;
  if (more === 0) return [];
  const detail = { ...first.detail, more, since: first.at.toISOString() };
  return [{ ...first, at: lastAt, detail }];
}
