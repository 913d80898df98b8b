import type { ActionOutcome } from "./action-outcome";
import { anotherServer } from "./another-server";
import type { Operator } from "./operator";
import type { PastAct } from "./past-acts";
import type { SourceAnswer, SourceLabel } from "./roll";
import { canSee } from "./sight";
import type { Failure } from "./source-error";

/**
 * The part of an answer that the operator may see. That a source is silent is told to everybody, for
 * nobody may take it for empty; what it is called, only to who sees a session there.
 */
export function toSeen(answer: SourceAnswer, operator: Operator): SourceAnswer {
  if (operator.sees === "everything") return answer;
  if (answer.state === "silent") {
    return { ...answer, source: toHidden(answer.source), failure: toUntold(answer.failure) };
  }
  const sessions = answer.sessions.filter((session) => canSee(operator, session));
  const source = sessions.length > 0 ? answer.source : toHidden(answer.source);
  const seen = { ...answer, source, sessions, limits: [] };
  return seen.state === "stale" ? { ...seen, failure: toUntold(seen.failure) } : seen;
}

/** What the operator may know of what became of a session. */
export function toSeenOutcome(outcome: ActionOutcome, { sees }: Operator): ActionOutcome {
  if (sees === "everything") return outcome;
  switch (outcome.status) {
    case "alreadyGone":
      return outcome.by && sees.logins.has(outcome.by.operator)
        ? outcome
        : { status: "alreadyGone" };
    case "unconfirmed":
      return { ...outcome, failure: outcome.failure && toUntold(outcome.failure) };
    case "failed":
      return { ...outcome, failure: toUntold(outcome.failure) };
    case "refused":
      return { ...outcome, reason: null };
    case "done":
    case "replaced":
      return outcome;
  }
}

/** Those acts whose operators this one may know of. */
export function toSeenActs(acts: readonly PastAct[], operator: Operator): readonly PastAct[] {
  const { sees } = operator;
  if (sees === "everything") return acts;
  return acts
    .filter((act) => sees.logins.has(act.operator))
    .map((act) => ({ ...act, outcome: toSeenOutcome(act.outcome, operator) }));
}

function toUntold({ code }: Failure): Failure {
  return { code, reason: null };
}

const hiddenIds = new WeakMap<SourceLabel, string>();
let lastHidden = 0;

/** Its id holds for as long as the source is open, and tells nothing. */
function toHidden(source: SourceLabel): SourceLabel {
  let id = hiddenIds.get(source);
  if (id === undefined) {
    lastHidden += 1;
    id = `another-${lastHidden}`;
    hiddenIds.set(source, id);
  }
  return { id, server: anotherServer, provider: source.kind, kind: source.kind };
}
