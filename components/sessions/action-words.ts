import { countOf, formatCount } from "@/components/format/format-count";
import type { ActionOutcome } from "@/lib/sessions/action-outcome";
import type { SessionKind } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import type { ForceAction } from "./find-force";
import { kindWords, sessionWords } from "./session-words";

interface ActionWords {
  readonly button: string;
  readonly verb: string;
  readonly running: string;
  readonly done: string;
  /** Ends the question and the button of the dialog. */
  readonly manner: string;
}

export const actionWords = {
  remove: { button: "Remove", verb: "remove", running: "Removing…", done: "removed", manner: "" },
  forceRemove: {
    button: "Remove",
    verb: "remove",
    running: "Removing by force…",
    done: "removed by force",
    manner: " by force",
  },
  disconnect: {
    button: "Disconnect",
    verb: "disconnect",
    running: "Disconnecting…",
    done: "disconnected",
    manner: "",
  },
  logOff: {
    button: "Log Out",
    verb: "log out",
    running: "Logging out…",
    done: "logged out",
    manner: "",
  },
  reset: {
    button: "Reset",
    verb: "reset",
    running: "Resetting…",
    done: "reset",
    manner: "",
  },
  sendMessage: {
    button: "Send message",
    verb: "send message to",
    running: "Sending…",
    done: "sent",
    manner: "",
  },
} as const satisfies Record<SessionAction, ActionWords>;

/** Opens the dialog of the harder step. */
export const forceWords = {
  forceRemove: "Force…",
  reset: "Reset…",
} as const satisfies Record<ForceAction, string>;

export const dialogWords = {
  cancel: "Cancel",
  close: "Close",
  reason: "Reason",
  reasonNote: "(optional, kept in the log)",
  typeNumber: (count: number) => `Type ${count} to confirm`,
  many: {
    remove: "Their connections close at once. All of them can sign in again.",
    forceRemove:
      "Their processes are ended at once, without a chance to tidy up: an upload stays as it is. All of them can sign in again.",
    disconnect: "Their programs keep running, and they can come back to them.",
    logOff: "All their programs are closed. Unsaved work is lost.",
    reset: "Their sessions end at once, with all programs in them. Unsaved work is lost.",
    sendMessage: "The text appears on their screens. Nothing is ended.",
  },
  leftOut: (count: number) =>
    count === 1
      ? "1 more was chosen and is left out:"
      : `${count} more were chosen and are left out:`,
  message: "Message",
  messageNote: (length: number, most: number) => `${length} of ${most}`,
  messageTooLong: (most: number) => `A message has at most ${most} characters.`,
  messageUnseen: "A message cannot hold tabs or other control characters, only line breaks.",
  unreachable:
    "Rollcall did not answer, so it is not known whether anything happened. Close this, look at the list, then try again.",
} as const;

/** "Remove 1 FTP session of anna?", "Remove 1 FTP session of anna by force?", "Send a message to 2 sessions?" */
export function questionOf(
  action: SessionAction,
  kind: SessionKind,
  users: readonly (string | null)[],
): string {
  const [user] = users;
  const owner = users.length === 1 && user ? ` of ${user}` : "";
  if (action === "sendMessage") {
    return `Send a message to ${countOf(users.length, sessionWords.session, sessionWords.sessions)}${owner}?`;
  }
  const object = countOf(users.length, kindWords[kind].one, kindWords[kind].many);
  const { button, manner } = actionWords[action];
  return `${button} ${object}${owner}${manner}?`;
}

/** "OK, remove session", "OK, remove 2 sessions". */
export function consentTo(action: SessionAction, count: number): string {
  const object =
    count === 1
      ? sessionWords.session
      : countOf(count, sessionWords.session, sessionWords.sessions);
  const { verb, manner } = actionWords[action];
  return `OK, ${verb} ${object}${manner}`;
}

const outcomeOrder = [
  "done",
  "alreadyGone",
  "replaced",
  "unconfirmed",
  "refused",
  "failed",
] as const;

/** "11 removed · 1 already gone · 1 replaced by another session: nothing was done to it" */
export function outcomesLine(
  action: SessionAction,
  outcomes: Iterable<Pick<ActionOutcome, "status">>,
): string {
  const all = [...outcomes];
  return outcomeOrder
    .map((status) => ({ status, count: all.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${formatCount(count)} ${toOutcomeWords(action, status, count)}`)
    .join(" · ");
}

function toOutcomeWords(
  action: SessionAction,
  status: ActionOutcome["status"],
  count: number,
): string {
  switch (status) {
    case "done":
      return actionWords[action].done;
    case "alreadyGone":
      return "already gone";
    case "replaced":
      return `replaced by another session: nothing was done to ${count === 1 ? "it" : "them"}`;
    case "unconfirmed":
      return "asked, but not seen done";
    case "refused":
      return "refused";
    case "failed":
      return "not reached: nothing was done";
  }
}

/** The outcome in a word or two, for the row itself. */
export const rowOutcomeWords = {
  alreadyGone: "already gone",
  replaced: "replaced",
  unconfirmed: "not confirmed",
  refused: "refused",
  failed: "failed",
} as const satisfies Record<Exclude<ActionOutcome["status"], "done">, string>;
