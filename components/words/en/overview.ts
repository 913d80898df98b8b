import type { SessionKind } from "@/lib/sessions/session";
import { formats } from "./formats";

const { countOf, formFor } = formats;

/** The overview on Tools & Settings. */
export const overviewWords = {
  lastHour: "Last hour",
  knownSince: (clock: string) => `Known since ${clock}`,
  minuteByMinute: (tool: string) => `${tool}, minute by minute`,
  leastAndMost: (least: string, most: string) => `min ${least} · max ${most}`,
  sessions: (count: number) => countOf(count, "session", "sessions"),
  partlyKnown: "partly known",
  partlyKnownHint:
    "Not every server answered in the marked minutes. What those said last is counted.",
  notKnown: "not known",
  tableCaption: "Sessions in the last hour, minute by minute",
  time: "Time",
  busiestAddresses: "Addresses with most sessions",
  busiestUsers: "Users with most sessions",
  noBusyAddress: "No address has more than one session.",
  noBusyUser: "No user has more than one session.",
  noBusyAddressKnown: "No address is known to have more than one session.",
  noBusyUserKnown: "No user is known to have more than one session.",
  mayBeMore: "Not every server answers, so there may be more.",
  share: (kind: SessionKind, count: number): string => {
    switch (kind) {
      case "panel":
        return `${formats.formatCount(count)} panel`;
      case "ftp":
        return `${formats.formatCount(count)} FTP`;
      case "terminal":
        return `${formats.formatCount(count)} terminal`;
    }
  },
  /** Follows "5 FTP", for who hears the link alone. */
  sharedBy: (count: number, name: string) => `${formFor(count, "session", "sessions")} of ${name}`,
  attention: "Servers that need attention",
  allAnswer: (count: number) =>
    formFor(count, "The server answers.", `All ${formats.formatCount(count)} servers answer.`),
  checkedNow: "Checked just now.",
  checked: (elapsed: string) => `Checked ${elapsed} ago.`,
  notAskedYet: "Not every server was asked yet.",
  others: (count: number) => countOf(count, "more server", "more servers"),
  leads: {
    review: "Review host key",
    edit: "Edit",
    show: "Details",
  },
  leadTo: (lead: string, server: string) => `${lead}: ${server}`,
  onlyHere: "Rollcall asks no other machine yet.",
  addAdvice: "Add the servers whose sessions you want to see.",
  askToAdd: "An administrator who may change servers can add the ones you want to see.",
  addServer: "Add a server",
} as const;
