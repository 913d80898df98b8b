import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionAction } from "@/lib/sessions/session-action";
import { formats } from "./formats";
import { actionWords } from "./session-action";

const { formatCount, formFor } = formats;

type CountedStatus = Exclude<ActionOutcome["status"], "alreadyGone">;

/** "11 removed", "1 replaced by another session: nothing was done to it" */
function counted(action: SessionAction, status: CountedStatus, count: number): string {
  const number = formatCount(count);
  switch (status) {
    case "done":
      return `${number} ${actionWords[action].done}`;
    case "replaced":
      return `${number} replaced by another session: nothing was done to ${formFor(count, "it", "them")}`;
    case "unconfirmed":
      return `${number} asked, but not seen done`;
    case "refused":
      return `${number} refused`;
    case "failed":
      return `${number} not reached: nothing was done`;
  }
}

/** The parts of the line that says what an action came to. */
export const outcomeLineWords = {
  counted,
  /** `by` is what `ended` or `lastEnded` says. */
  alreadyEnded: (count: number, by: string) => `${formatCount(count)} already ${by}`,
  alreadyGone: (count: number) => `${formatCount(count)} already gone`,
  /** "removed by boris, 12 s ago" */
  ended: (action: SessionAction, operator: string, elapsed: string) =>
    `${actionWords[action].done} by ${operator}, ${elapsed} ago`,
  /** The same of several, of which this was the last. */
  lastEnded: (action: SessionAction, operator: string, elapsed: string) =>
    `${actionWords[action].done} by ${operator}, the last ${elapsed} ago`,
} as const;

/** The outcome in a word or two, for the row itself. */
export const rowOutcomeWords = {
  alreadyGone: "already gone",
  replaced: "replaced",
  unconfirmed: "not confirmed",
  refused: "refused",
  failed: "failed",
} as const satisfies Record<Exclude<ActionOutcome["status"], "done">, string>;

/** What became of one session. A `why` is empty, or a reason behind a colon. */
export const outcomeSentences = {
  done: {
    remove: "Removed.",
    forceRemove: "Removed by force.",
    disconnect: "Disconnected.",
    logOff: "Logged out.",
    reset: "Reset.",
    sendMessage: "The server took the message. Whether it was read is not known.",
  },
  alreadyEnded: (by: string) => `Already ${by}.`,
  alreadyGone: "Already gone before the request.",
  replaced:
    "It is another session by now, or has changed since it was listed: nothing was done to it.",
  unconfirmed: (why: string) =>
    `Asked, but then the server stopped answering${why}. It may have happened.`,
  stillThere: "Asked, but it is still there. Try again in a moment.",
  notRecorded: (why: string) => `Nothing was done, for Rollcall cannot record it${why}.`,
  notReached: (why: string) => `Nothing was done: the request did not reach the server${why}.`,
  refused: {
    ownSession: "Refused: this is your own session. Sign out instead.",
    service: "Refused: services and listeners are never ended.",
    notAllowed: "Refused: your role may not do this.",
    unseen: "Refused: it has ended, or it is not yours.",
  },
  refusedByServer: (why: string) => `The server refused${why}.`,
} as const;
