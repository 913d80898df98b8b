import type { Words } from "@/components/words/words";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";
import { endedBy } from "./ended-by";

const outcomeOrder = [
  "done",
  "alreadyGone",
  "replaced",
  "unconfirmed",
  "refused",
  "failed",
] as const;

/** "11 removed · 1 already removed by boris, 12 s ago · 1 replaced by another session: nothing was done to it" */
export function outcomesLine(
  words: Words,
  action: SessionAction,
  outcomes: Iterable<ActionOutcome>,
): string {
  const byStatus = Map.groupBy(outcomes, ({ status }) => status);
  return outcomeOrder
    .flatMap((status) => {
      const all = byStatus.get(status) ?? [];
      if (status === "alreadyGone") return alreadyGoneParts(words, all);
      return all.length > 0 ? [words.outcomeLineWords.counted(action, status, all.length)] : [];
    })
    .join(" · ");
}

/** Those that one person ended the same way are told together. */
function alreadyGoneParts(words: Words, outcomes: readonly ActionOutcome[]): readonly string[] {
  const { alreadyEnded, alreadyGone } = words.outcomeLineWords;
  const enders = outcomes.map((outcome) => (outcome.status === "alreadyGone" ? outcome.by : null));
  const groups = Map.groupBy(enders, (by) => by && JSON.stringify([by.operator, by.action]));
  return [...groups.values()].map((group) => {
    const [last] = group.toSorted(
      (one, other) => (one?.secondsAgo ?? 0) - (other?.secondsAgo ?? 0),
    );
    const { length } = group;
    return last ? alreadyEnded(length, endedBy(words, last, length)) : alreadyGone(length);
  });
}
