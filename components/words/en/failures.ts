import type { FailureCode } from "@/lib/sessions/source-error";

interface AboutFailure {
  readonly server: string;
  readonly reason: string;
  readonly provider: string;
  /** The path of its program can be set. */
  readonly hasPath: boolean;
  /** What it printed is shown. */
  readonly isPrinted: boolean;
}

/** What happened on which server, and what to do next. */
export const failureSentences = {
  unreachable: ({ server, reason }: AboutFailure) =>
    `${server} cannot be asked: ${reason}. Check that it is up and that its address is right.`,
  "timed-out": ({ server, reason }: AboutFailure) =>
    `${server} ${toDidNot(reason)}. Check its load and the network; Rollcall keeps asking.`,
  "not-trusted": ({ server, reason }: AboutFailure) =>
    `${server} is not trusted: ${reason}. Compare the fingerprint with the one the server itself shows, then run: npm run rollcall -- trust ${server} --accept <fingerprint>`,
  refused: ({ server, reason }: AboutFailure) =>
    `${server} did not allow it: ${reason}. Check the account Rollcall uses there, its key or password and its rights.`,
  "tool-missing": ({ server, reason, hasPath }: AboutFailure) =>
    `A program is missing on ${server}: ${reason}. ${hasPath ? "Install it, or set its path in rollcall.yaml." : "Install it there."}`,
  unreadable: ({ server, reason, isPrinted }: AboutFailure) =>
    `${server} gave an answer that cannot be read: ${reason}. ${isPrinted ? "What it printed stands below." : "To see it again, run: npm run rollcall -- check"}`,
  "too-large": ({ server, reason, provider }: AboutFailure) =>
    `${server} sent more than Rollcall reads: ${reason}. Look on the server itself what fills the list of ${provider}.`,
  "not-recorded": ({ server, reason }: AboutFailure) =>
    `${server} was not asked, because it cannot be recorded: ${reason}.`,
} as const satisfies Record<FailureCode, (about: AboutFailure) => string>;

/** For who may not know more of a server, nor could mend it. */
export const untoldFailures = {
  late: (server: string) =>
    `${atStart(server)} did not answer in time, so what goes on there is not known. Rollcall keeps asking.`,
  other: (server: string) =>
    `${atStart(server)} cannot be asked now, so what goes on there is not known. Rollcall keeps asking.`,
} as const;

function toDidNot(reason: string): string {
  return reason.startsWith("no answer")
    ? reason.replace("no answer", "did not answer")
    : `did not answer in time: ${reason}`;
}

function atStart(server: string): string {
  return `${server.charAt(0).toUpperCase()}${server.slice(1)}`;
}
