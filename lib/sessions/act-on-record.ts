import { type Acting, type ActSettings, actOnSessions, unseen } from "./act-on-sessions";
import type { ActionOutcome } from "./action-outcome";
import type { AuditDetail, AuditEntry, AuditOutcome, AuditTrail } from "./audit-entry";
import type { Operator } from "./operator";
import { inEnglish } from "./reason";
import { toFact, toFailureDetail, toOutcome } from "./record";
import { isStoreError } from "./store-trouble";
import { toIntents } from "./to-intents";
import type { WatchedSource } from "./watched-source";

export interface RecordedActing extends Acting {
  /** In the operator's words. */
  readonly reason: string | null;
}

/**
 * As `actOnSessions`, between an entry for each session that says what is meant, with what its row showed,
 * and one that says what became of it. Without the first nothing is asked of any server. All that the
 * operator does not see stands in one entry.
 */
export async function actOnRecord(
  trail: AuditTrail,
  sources: readonly WatchedSource[],
  { reason, ...acting }: RecordedActing,
  operator: Operator,
  { onOutcome, ...settings }: ActSettings,
): Promise<readonly ActionOutcome[]> {
  const intents = toIntents(sources, { ...acting, reason }, operator);
  const seen = intents.flatMap((intent, place) => (intent ? [{ intent, place }] : []));
  const outcomes: ActionOutcome[] = intents.map(() => unseen);
  const tell = (place: number, outcome: ActionOutcome) => {
    outcomes[place] = outcome;
    onOutcome?.(place, outcome);
  };
  const unseenPlaces = [...intents.keys()].filter((place) => !intents[place]);
  for (const place of unseenPlaces) tell(place, unseen);
  if (unseenPlaces.length > 0) await trail.owe([toUnseenFact(unseenPlaces.length, operator)]);

  const open = new Set(seen.map(({ intent }) => intent));
  const refusal = await whyNotRecorded(trail, [...open]);
  if (refusal) {
    for (const { place } of seen) tell(place, refusal);
    return outcomes;
  }
  const writing: Promise<void>[] = [];
  const close = (intent: AuditEntry, outcome: AuditOutcome, detail: AuditDetail) => {
    if (!open.delete(intent)) return;
    writing.push(trail.owe([toOutcome(intent, outcome, new Date(), detail)]));
  };
  const refs = acting.refs.filter((_, place) => intents[place]);
  try {
    await actOnSessions(sources, { ...acting, refs }, operator, {
      ...settings,
      onOutcome: (index, outcome) => {
        const one = seen[index];
        if (!one) return;
        close(one.intent, wordOf(outcome), detailOf(outcome));
        tell(one.place, outcome);
      },
    });
    return outcomes;
  } finally {
    // Left open by a bug alone, and then the server may have been asked.
    for (const intent of [...open]) close(intent, "unconfirmed", {});
    await Promise.all(writing);
  }
}

function toUnseenFact(sessions: number, by: Operator): AuditEntry {
  const detail = { why: "act on sessions of others, or of nobody", sessions };
  return toFact({ event: "action.refuse", by, detail }, "refused");
}

async function whyNotRecorded(
  trail: AuditTrail,
  intents: readonly AuditEntry[],
): Promise<ActionOutcome | undefined> {
  try {
    await trail.append(intents);
    return undefined;
  } catch (error) {
    if (!isStoreError(error)) throw error;
    const failure = { code: "not-recorded", reason: error.reason } as const;
    return { status: "failed", failure };
  }
}

function wordOf({ status }: ActionOutcome): AuditOutcome {
  return status === "alreadyGone" ? "already-gone" : status;
}

function detailOf(outcome: ActionOutcome): AuditDetail {
  switch (outcome.status) {
    case "done":
    case "replaced":
      return {};
    case "alreadyGone":
      return outcome.by ? { endedBy: outcome.by.operator } : {};
    case "refused":
      return { why: outcome.why, said: outcome.reason && inEnglish(outcome.reason) };
    case "unconfirmed":
    case "failed":
      return outcome.failure ? toFailureDetail(outcome.failure) : {};
  }
}
