import type { Words } from "@/components/words/words";
import type { SourceLabel } from "@/lib/sessions/roll";
import type { Failure } from "@/lib/sessions/source-error";
import { bareReason } from "./bare-reason";
import { serverName } from "./server-name";

/** What happened on which server, and what to do next. */
export function failureSentence(
  words: Words,
  { server, provider }: Pick<SourceLabel, "server" | "provider">,
  failure: Failure,
): string {
  const { failureSentences, untoldFailures } = words;
  // Who may not know more of a server could not mend it either.
  if (!failure.reason) {
    return untoldFailures[failure.code === "timed-out" ? "late" : "other"](
      serverName(words, server),
    );
  }
  return failureSentences[failure.code]({
    server,
    provider,
    reason: bareReason(words, failure.reason),
    hasPath: provider !== "windows" && provider !== "linux-logins",
    isPrinted: failure.printed !== undefined,
  });
}

/** The same where a page is at hand on which a host key is accepted: nobody needs the command line for it. */
export function failureOnPage(
  words: Words,
  source: Pick<SourceLabel, "server" | "provider">,
  failure: Failure,
): string {
  return failure.code === "not-trusted" && failure.reason
    ? words.serverWords.notTrusted(source.server, bareReason(words, failure.reason))
    : failureSentence(words, source, failure);
}
