import { countOf, formatCount } from "@/components/format/format-count";
import { formatElapsed } from "@/components/format/format-elapsed";
import { showControls } from "@/components/format/show-controls";
import type { ActionOutcome, EndedBy } from "@/lib/sessions/action-outcome";
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
  progress: (known: number, all: number) => `${formatCount(known)} of ${formatCount(all)}`,
  unknown: "What became of it is not known.",
  lost: (unknown: number, all: number) =>
    unknown === all
      ? "Rollcall did not answer, so it is not known whether anything happened. Try again when it is back."
      : `Rollcall stopped answering, so it is not known what became of ${formatCount(unknown)} of ${formatCount(all)}. Try again when it is back.`,
  outdated:
    "Rollcall was updated after this page was opened, and nothing was done. Reload the page, then try again.",
} as const;

/** "Remove 1 FTP session of anna?", "Remove 1 FTP session of anna by force?", "Send a message to 2 sessions?" */
export function questionOf(
  action: SessionAction,
  kind: SessionKind,
  users: readonly (string | null)[],
): string {
  const [user] = users;
  const owner = users.length === 1 && user ? ` of ${showControls(user)}` : "";
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

/** "11 removed · 1 already removed by boris, 12 s ago · 1 replaced by another session: nothing was done to it" */
export function outcomesLine(action: SessionAction, outcomes: Iterable<ActionOutcome>): string {
  const byStatus = Map.groupBy(outcomes, ({ status }) => status);
  return outcomeOrder
    .flatMap((status) => {
      const all = byStatus.get(status) ?? [];
      if (status === "alreadyGone") return alreadyGoneParts(all);
      return all.length > 0
        ? [`${formatCount(all.length)} ${toOutcomeWords(action, status, all.length)}`]
        : [];
    })
    .join(" · ");
}

/** Those that one person ended the same way are told together. */
function alreadyGoneParts(outcomes: readonly ActionOutcome[]): readonly string[] {
  const enders = outcomes.map((outcome) => (outcome.status === "alreadyGone" ? outcome.by : null));
  const groups = Map.groupBy(enders, (by) => by && JSON.stringify([by.operator, by.action]));
  return [...groups.values()].map((group) => {
    const [last] = group.toSorted(
      (one, other) => (one?.secondsAgo ?? 0) - (other?.secondsAgo ?? 0),
    );
    const words = last ? endedWords(last, group.length) : "gone";
    return `${formatCount(group.length)} already ${words}`;
  });
}

/** "removed by boris, 12 s ago"; of several, when the last of them was. */
export function endedWords({ operator, action, secondsAgo }: EndedBy, count = 1): string {
  const ago = `${count > 1 ? "the last " : ""}${formatElapsed(secondsAgo)} ago`;
  return `${actionWords[action].done} by ${showControls(operator)}, ${ago}`;
}

function toOutcomeWords(
  action: SessionAction,
  status: Exclude<ActionOutcome["status"], "alreadyGone">,
  count: number,
): string {
  switch (status) {
    case "done":
      return actionWords[action].done;
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
