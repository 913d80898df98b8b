import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { Failure } from "@/lib/sessions/source-error";
import { endedWords } from "./action-words";
import { bareReason } from "./bare-reason";

const doneWords = {
  remove: "Removed.",
  forceRemove: "Removed by force.",
  disconnect: "Disconnected.",
  logOff: "Logged out.",
  reset: "Reset.",
  sendMessage: "The server took the message. Whether it was read is not known.",
} as const satisfies Record<SessionAction, string>;

/** What became of one session. Says only what was seen. */
export function outcomeSentence(action: SessionAction, outcome: ActionOutcome): string {
  switch (outcome.status) {
    case "done":
      return doneWords[action];
    case "alreadyGone":
      return outcome.by ? `Already ${endedWords(outcome.by)}.` : "Already gone before the request.";
    case "replaced":
      return "It is another session by now, or has changed since it was listed: nothing was done to it.";
    case "unconfirmed":
      return outcome.failure
        ? `Asked, but then the server stopped answering${because(outcome.failure)}. It may have happened.`
        : "Asked, but it is still there. Try again in a moment.";
    case "refused":
      return refusedSentence(outcome);
    case "failed":
      return outcome.failure.code === "not-recorded"
        ? `Nothing was done, for Rollcall cannot record it${because(outcome.failure)}.`
        : `Nothing was done: the request did not reach the server${because(outcome.failure)}.`;
  }
}

function because({ reason }: Failure): string {
  return reason ? `: ${bareReason(reason)}` : "";
}

function refusedSentence({ why, reason }: Extract<ActionOutcome, { status: "refused" }>): string {
  switch (why) {
    case "ownSession":
      return "Refused: this is your own session. Sign out instead.";
    case "service":
      return "Refused: services and listeners are never ended.";
    case "notAllowed":
      return "Refused: your role may not do this.";
    case "unseen":
      return "Refused: it has ended, or it is not yours.";
    case "server":
      return `The server refused${reason ? `: ${bareReason(reason)}` : ""}.`;
  }
}
