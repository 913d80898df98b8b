import type { SessionKind } from "@/lib/sessions/session";
import type { SessionAction } from "@/lib/sessions/session-action";
import { formats } from "./formats";
import { kindWords } from "./session-kinds";

const { countOf, formatCount, formFor } = formats;

interface ActionWords {
  readonly button: string;
  readonly running: string;
  readonly done: string;
  /** What was asked for, where it is told later. */
  readonly asked: string;
}

export const actionWords = {
  remove: { button: "Remove", running: "Removing…", done: "removed", asked: "Remove" },
  forceRemove: {
    button: "Remove",
    running: "Removing by force…",
    done: "removed by force",
    asked: "Remove by force",
  },
  disconnect: {
    button: "Disconnect",
    running: "Disconnecting…",
    done: "disconnected",
    asked: "Disconnect",
  },
  logOff: { button: "Log Out", running: "Logging out…", done: "logged out", asked: "Log Out" },
  reset: { button: "Reset", running: "Resetting…", done: "reset", asked: "Reset" },
  sendMessage: {
    button: "Send message",
    running: "Sending…",
    done: "sent",
    asked: "Send message",
  },
} as const satisfies Record<SessionAction, ActionWords>;

/** Opens the dialog of the harder step. */
export const forceWords = {
  forceRemove: "Force…",
  reset: "Reset…",
} as const satisfies Partial<Record<SessionAction, string>>;

/** "Remove 1 FTP session of anna?", "Remove 1 FTP session of anna by force?", "Send a message to 2 sessions?" */
function question(
  action: SessionAction,
  kind: SessionKind,
  count: number,
  user: string | null,
): string {
  const owner = user === null ? "" : ` of ${user}`;
  if (action === "sendMessage") {
    return `Send a message to ${countOf(count, "session", "sessions")}${owner}?`;
  }
  const object = countOf(count, kindWords[kind].one, kindWords[kind].many);
  return `${actionWords[action].button} ${object}${owner}${mannerOf(action)}?`;
}

const verbs = {
  remove: "remove",
  forceRemove: "remove",
  disconnect: "disconnect",
  logOff: "log out",
  reset: "reset",
  sendMessage: "send message to",
} as const satisfies Record<SessionAction, string>;

/** "OK, remove session", "OK, remove 2 sessions". */
function consent(action: SessionAction, count: number): string {
  const object = formFor(count, "session", `${formatCount(count)} sessions`);
  return `OK, ${verbs[action]} ${object}${mannerOf(action)}`;
}

function mannerOf(action: SessionAction): string {
  return action === "forceRemove" ? " by force" : "";
}

export const dialogWords = {
  question,
  consent,
  close: "Close",
  reason: "Reason",
  reasonNote: "(optional, kept in the audit)",
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
    `${countOf(count, "more was chosen and is left out", "more were chosen and are left out")}:`,
  message: "Message",
  messageNote: (length: number, most: number) => `${formatCount(length)} of ${formatCount(most)}`,
  messageTooLong: (most: number) => `A message has at most ${formatCount(most)} characters.`,
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
