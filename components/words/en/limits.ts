import type { LimitCode } from "@/lib/sessions/source-limit";
import { formats } from "./formats";

const { countOf } = formats;

/** What a source and its server are called, where that is no name. */
export const sourceWords = {
  linuxLogins: "Linux logins",
  anotherServer: "another server",
  /** In a sentence. */
  fromAnotherServer: "another server",
} as const;

export const limitWords = {
  found: (count: number) => countOf(count, "session", "sessions"),
  mayEnd: "Rollcall may end them",
  mayNotEnd: "Rollcall may not end them",
  sources: {
    panel: (count: number) => countOf(count, "panel", "panels"),
    ftp: (count: number) => countOf(count, "FTP server", "FTP servers"),
    terminal: (count: number) => countOf(count, "server", "servers"),
  },
  withRemarks: (count: number) => `${formats.formatCount(count)} of them with remarks`,
  clear: "Clear them",
  clearing: "Clearing…",
  cleared: "Cleared.",
  unreachable: "Rollcall did not answer, so it is not known whether anything was cleared.",
} as const;

/** In a few words, for the line that is always there. */
export const briefLimits = {
  "no-sockets": "speed and progress are only partly known",
  "no-process-details": "folders on the server are not known",
  "no-titles": "who is signed in is not known",
  "may-not-end": "may not end sessions",
  "daemon-gone": "the FTP server itself does not run any more",
  fallback: "its full list cannot be read",
  leftovers: "entries of ended sessions are left",
  "weak-compare": "sessions are compared a moment before an act, not with it",
  "no-times": "when people signed in is not known",
} as const satisfies Record<LimitCode, string>;

/** What is missing, in words that need no knowledge of the server; `title` is its software. */
export const limitSentences = {
  "no-sockets": () =>
    "Speed, progress and lost clients are known only as far as the FTP server counts them.",
  "no-process-details": () =>
    "Folders are as the clients see them; where they are on the server is not known.",
  "no-titles": (title: string) => `${title} does not say who is signed in and what they do.`,
  "may-not-end": () => "The account of Rollcall may look, but may not end sessions.",
  "daemon-gone": (title: string) =>
    `${title} itself does not run any more. Its sessions go on without it.`,
  fallback: (title: string) =>
    `The session list of ${title} cannot be read, so its status tool was asked, which says less.`,
  leftovers: (title: string) => `Entries of ended sessions are left in the list of ${title}.`,
  "weak-compare": () =>
    "Who is meant is compared directly before an act, not in the same step: PowerShell is not used there, or Windows tells no time of logon.",
  "no-times": () =>
    "When people signed in is not known. A session cannot be told from the same person's next one, so nothing is done to any.",
} as const satisfies Record<LimitCode, (title: string) => string>;

/** Where more is known than the code says. */
export const exactLimits = {
  ownLoginsOnly: "The account of Rollcall may end its own logins, but not those of others.",
  leftovers: (count: number, title: string) =>
    `${countOf(count, "entry of an ended session is", "entries of ended sessions are")} left in the list of ${title}.`,
} as const;

const moreRights =
  "The account of Rollcall needs more rights on that server: the README lists them.";

/** What to do about it, where no line is to be added. */
export const limitAdvices = {
  "no-sockets": "Install iproute2 on that server: it brings the program ss.",
  "no-process-details": moreRights,
  "no-titles": "Its own list does not have them all; look again in a while.",
  "may-not-end": moreRights,
  "daemon-gone": "Start it again on that server, or end the sessions that are left.",
  fallback: "That list is of a version that Rollcall does not know: look for a newer Rollcall.",
  leftovers: "They are nobody's sessions and are not shown here. Clearing them tidies that list.",
  "weak-compare":
    "Let the account of Rollcall run PowerShell in full language mode on that server, and leave wts on auto in rollcall.yaml.",
  "no-times":
    "Run query user on that server with the account of Rollcall: it must list who is signed in.",
} as const satisfies Record<LimitCode, string>;

/** The line to add follows. */
export const sudoAdvices = {
  "no-sockets": (helper: string) => toLet("see them in full", helper),
  "no-process-details": (helper: string) => toLet("see them", helper),
  "no-titles": (helper: string) => toLet("see that", helper),
  "may-not-end": (helper: string) => toLet("end sessions", helper),
  leftovers: (helper: string) =>
    `They are nobody's sessions and are not shown here. ${toLet("clear them", helper)}`,
} as const satisfies Partial<Record<LimitCode, (helper: string) => string>>;

/** A line that is for the daemon, not for sudoers. */
export const settingAdvice =
  "Set this in the configuration of the FTP server, then restart it:" as const;

function toLet(purpose: string, helper: string): string {
  // A rule for a program that is not there lets nobody do anything.
  const install = helper === "" ? "" : `install ${helper} there as the README says and `;
  return `To let Rollcall ${purpose}, ${install}add this line to sudoers on that server (visudo):`;
}
