import { type Acting, type ActSettings, actOnSessions } from "./act-on-sessions";
import type { ActionOutcome } from "./action-outcome";
import type { AuditDetail, AuditEntry, AuditOutcome, AuditTrail } from "./audit-entry";
import type { Operator } from "./operator";
import { toOutcome } from "./record";
import { isStoreError } from "./store-trouble";
import { toIntents } from "./to-intents";
import type { WatchedSource } from "./watched-source";

export interface RecordedActing extends Acting {
  /** In the operator's words. */
  readonly reason: string | null;
}

/**
 * As `actOnSessions`, between an entry for each ref that says what is meant, with what its row showed,
 * and one that says what became of it. Without the first nothing is asked of any server.
 */
export async function actOnRecord(
  trail: AuditTrail,
  sources: readonly WatchedSource[],
  { reason, ...acting }: RecordedActing,
  operator: Operator,
  { onOutcome, ...settings }: ActSettings,
): Promise<readonly ActionOutcome[]> {
  const intents = toIntents(sources, { ...acting, reason }, operator);
  const refusal = await whyNotRecorded(trail, intents);
  if (refusal) {
    for (const place of acting.refs.keys()) onOutcome?.(place, refusal);
    return acting.refs.map(() => refusal);
  }
  const open = new Map(intents.entries());
  const writing: Promise<void>[] = [];
  const close = (place: number, outcome: AuditOutcome, detail: AuditDetail) => {
    const intent = open.get(place);
    if (!(intent && open.delete(place))) return;
    writing.push(trail.owe([toOutcome(intent, outcome, new Date(), detail)]));
  };
  try {
    return await actOnSessions(sources, acting, operator, {
      ...settings,
      onOutcome: (place, outcome) => {
        close(place, wordOf(outcome), detailOf(outcome));
        onOutcome?.(place, outcome);
      },
    });
  } finally {
    // Left open by a bug alone, and then the server may have been asked.
    for (const place of [...open.keys()]) close(place, "unconfirmed", {});
    await Promise.all(writing);
  }
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
      return { why: outcome.why, said: outcome.reason };
    case "unconfirmed":
    case "failed":
      return outcome.failure ? { failure: outcome.failure.code, said: outcome.failure.reason } : {};
  }
}
