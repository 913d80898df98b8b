import type { Words } from "@/components/words/words";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { Failure } from "@/lib/sessions/source-error";
import { bareReason } from "./bare-reason";
import { endedBy } from "./ended-by";

/** What became of one session. Says only what was seen. */
export function outcomeSentence(
  words: Words,
  action: SessionAction,
  outcome: ActionOutcome,
): string {
  const { outcomeSentences: said } = words;
  switch (outcome.status) {
    case "done":
      return said.done[action];
    case "alreadyGone":
      return outcome.by ? said.alreadyEnded(endedBy(words, outcome.by)) : said.alreadyGone;
    case "replaced":
      return said.replaced;
    case "unconfirmed":
      return outcome.failure ? said.unconfirmed(because(words, outcome.failure)) : said.stillThere;
    case "refused":
      return outcome.why === "server"
        ? said.refusedByServer(because(words, outcome))
        : said.refused[outcome.why];
    case "failed":
      return outcome.failure.code === "not-recorded"
        ? said.notRecorded(because(words, outcome.failure))
        : said.notReached(because(words, outcome.failure));
  }
}

function because(words: Words, { reason }: Pick<Failure, "reason">): string {
  return reason ? `: ${bareReason(words, reason)}` : "";
}
