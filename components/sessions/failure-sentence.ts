import type { SourceLabel } from "@/lib/sessions/roll";
import type { Failure } from "@/lib/sessions/source-error";
import { bareReason } from "./bare-reason";

/** What happened on which server, and what to do next. */
export function failureSentence(
  source: Pick<SourceLabel, "server" | "provider">,
  failure: Failure,
): string {
  const { server } = source;
  if (!failure.reason) return untoldSentence(server, failure);
  const reason = bareReason(failure.reason);
  switch (failure.code) {
    case "unreachable":
      return `${server} cannot be asked: ${reason}. Check that it is up and that its address is right.`;
    case "timed-out":
      return `${server} ${toDidNot(reason)}. Check its load and the network; Rollcall keeps asking.`;
    case "not-trusted":
      return `${server} is not trusted: ${reason}. Compare the fingerprint with the one the server itself shows, then run: npm run rollcall -- trust ${server} --accept <fingerprint>`;
    case "refused":
      return `${server} did not allow it: ${reason}. Check the account Rollcall uses there, its key or password and its rights.`;
    case "tool-missing":
      return `A program is missing on ${server}: ${reason}. ${toolAdvice(source)}`;
    case "unreadable":
      return `${server} gave an answer that cannot be read: ${reason}. ${failure.printed === undefined ? "To see it again, run: npm run rollcall -- check" : "What it printed stands below."}`;
    case "too-large":
      return `${server} sent more than Rollcall reads: ${reason}. Look on the server itself what fills the list of ${source.provider}.`;
    case "not-recorded":
      return `${server} was not asked, because it cannot be recorded: ${reason}.`;
  }
}

/** For who may not know more of a server, nor could mend it. */
function untoldSentence(server: string, { code }: Failure): string {
  const name = `${server.charAt(0).toUpperCase()}${server.slice(1)}`;
  const end = code === "timed-out" ? "did not answer in time" : "cannot be asked now";
  return `${name} ${end}, so what goes on there is not known. Rollcall keeps asking.`;
}

function toolAdvice({ provider }: Pick<SourceLabel, "provider">): string {
  const hasPath = provider !== "windows" && provider !== "linux-logins";
  return hasPath ? "Install it, or set its path in rollcall.yaml." : "Install it there.";
}

function toDidNot(reason: string): string {
  return reason.startsWith("no answer")
    ? reason.replace("no answer", "did not answer")
    : `did not answer in time: ${reason}`;
}
