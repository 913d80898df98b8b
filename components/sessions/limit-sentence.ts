import { countOf } from "@/components/format/format-count";
import type { SourceLabel } from "@/lib/sessions/roll";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import { sourceTitle } from "./source-title";

/** What is missing, in words that need no knowledge of the server. */
export function limitSentence(
  { provider }: Pick<SourceLabel, "provider">,
  { code, count }: Pick<SourceLimit, "code" | "count">,
): string {
  const title = sourceTitle(provider);
  switch (code) {
    case "no-sockets":
      return "Speed, progress and lost clients are known only as far as the FTP server counts them.";
    case "no-process-details":
      return "Folders are as the clients see them; where they are on the server is not known.";
    case "no-titles":
      return `${title} does not say who is signed in and what they do.`;
    case "may-not-end":
      return provider === "linux-logins"
        ? "The account of Rollcall may end its own logins, but not those of others."
        : "The account of Rollcall may look, but may not end sessions.";
    case "daemon-gone":
      return `${title} itself does not run any more. Its sessions go on without it.`;
    case "fallback":
      return `The session list of ${title} cannot be read, so its status tool was asked, which says less.`;
    case "leftovers":
      return count === null
        ? `Entries of ended sessions are left in the list of ${title}.`
        : `${countOf(count, "entry of an ended session is", "entries of ended sessions are")} left in the list of ${title}.`;
    case "weak-compare":
      return "Who is meant is compared directly before an act, not in the same step: PowerShell is not used there, or Windows tells no time of logon.";
    case "no-times":
      return "When people signed in is not known. A session cannot be told from the same person's next one, so nothing is done to any.";
  }
}

/** What to do about it; where there is a line to add, it follows. */
export function limitAdvice({ code, remedy }: Pick<SourceLimit, "code" | "remedy">): string {
  switch (code) {
    case "no-sockets":
      return (
        sudoAdvice("see them in full", remedy) ??
        "Install iproute2 on that server: it brings the program ss."
      );
    case "no-process-details":
      return sudoAdvice("see them", remedy) ?? moreRights;
    case "may-not-end":
      return sudoAdvice("end sessions", remedy) ?? moreRights;
    case "no-titles":
      return (
        sudoAdvice("see that", remedy) ??
        (remedy === null
          ? "Its own list does not have them all; look again in a while."
          : "Set this in the configuration of the FTP server, then restart it:")
      );
    case "daemon-gone":
      return "Start it again on that server, or end the sessions that are left.";
    case "fallback":
      return "That list is of a version that Rollcall does not know: look for a newer Rollcall.";
    case "leftovers":
      return `They are nobody's sessions and are not shown here. ${sudoAdvice("clear them", remedy) ?? "Clearing them tidies that list."}`;
    case "weak-compare":
      return "Let the account of Rollcall run PowerShell in full language mode on that server, and leave wts on auto in rollcall.yaml.";
    case "no-times":
      return "Run query user on that server with the account of Rollcall: it must list who is signed in.";
  }
}

const moreRights =
  "The account of Rollcall needs more rights on that server: the README lists them.";

function sudoAdvice(purpose: string, remedy: string | null): string | undefined {
  if (!remedy?.includes(" NOPASSWD: ")) return undefined;
  const [, helper] = /\/(rollcall-[a-z-]+)$/.exec(remedy) ?? [];
  // A rule for a program that is not there lets nobody do anything.
  const install = helper === undefined ? "" : `install ${helper} there as the README says and `;
  return `To let Rollcall ${purpose}, ${install}add this line to sudoers on that server (visudo):`;
}
