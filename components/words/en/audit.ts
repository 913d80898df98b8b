import { formats } from "./formats";

const { countOf, formatCount } = formats;

export const auditWords = {
  tableLabel: "Audit entries, newest first",
  number: "Entry",
  time: "Time (UTC)",
  action: "Action",
  outcome: "Outcome",
  by: "By",
  whom: "Whom",
  server: "Server",
  showMore: (seq: number) => `Show all of entry ${formatCount(seq)}`,
  recovered: "recovered",
  recoveredHint: "Rollcall was ended in the midst of it, and looked again at its next start.",
  more: (count: number) => `and ${formatCount(count)} more`,
  unreadable:
    "This entry cannot be read: another hand has written it, or a newer Rollcall. Verify the audit.",
  none: "Nothing is recorded yet.",
  noMatch: "No entry matches.",
  clear: "Clear search",
  newest: "Newest",
  newer: "Newer",
  older: "Older",
  pages: "Pages of the audit",
} as const;

export const auditSearchWords = {
  title: "Search the audit",
  user: "User",
  address: "IP address",
  server: "Server",
  event: "Action",
  anyEvent: "Any action",
  from: "From (UTC)",
  to: "To (UTC)",
  submit: "Search",
  intents: "Also show what was asked",
  what: "What matches, oldest first",
  csv: "CSV",
  jsonLines: "JSON lines",
} as const;

export const auditStandingWords = {
  verify: "Verify now",
  verifying: "Verifying…",
  notYet: "Not verified since Rollcall was started.",
  ago: (elapsed: string) => `Verified ${elapsed} ago.`,
  now: "Verified just now.",
  lost: "Rollcall did not answer. Try again.",
} as const;

export const auditDetailWords = {
  entry: "Entry",
  time: "Time",
  kind: "Kind",
  by: "By",
  byAddress: "From address",
  whom: "Whom",
  whomAddress: "Address",
  server: "Server",
  source: "Source",
  outcome: "Outcome",
  reason: "Reason",
  code: "Code",
  previousCode: "Code before",
  rest: "What else is known",
  wholeAct: "Show the whole act",
} as const;

/** Who no person is, in the words of the record. */
export const auditActorWords = {
  itself: "rollcall itself",
  environment: "environment variables",
  setUpLink: "setup link",
  token: (name: string) => `token ${name}`,
  console: (account: string) => `console ${account}`,
} as const;

/** Whether the audit holds; where it does not, which entry is the first bad one, and what that means. */
export const auditFindingWords = {
  holds: (count: number) =>
    `The audit holds: ${countOf(count, "entry", "entries")}, each as it was written.`,
  holdsNone: "The audit holds no entries yet.",
  altered: (seq: number) =>
    `Entry ${seq} was altered: what it says does not fit the code it was written with.`,
  missing: (seq: number) => `Entry ${seq} is missing: somebody removed it.`,
  missingMany: (seq: number, through: number) =>
    `Entries ${seq} to ${through} are missing: somebody removed them.`,
  cutOff: (seq: number, from: string, known: number) =>
    `The audit is cut off: entry ${seq} and what came after it are missing, though ${from} knows it up to entry ${known}.`,
  rewritten: (seq: number, from: string) =>
    `The audit was rewritten: entry ${seq} is another than ${from} knows.`,
  foreign: (seq: number) =>
    `The audit was rewritten: from entry ${seq} on it was written with another key, or comes from another audit.`,
  headDamaged: (file: string) =>
    `The entries fit each other, but ${file}, which says how far they went, is damaged: compare the last ones with the log.`,
  headMissing: (file: string) =>
    `The entries fit each other, but ${file}, which says how far they went, is missing, so that the last ones may be too: give the log with --log, or a head with --head.`,
} as const;
