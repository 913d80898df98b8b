import { showControls } from "@/components/format/show-controls";
import type { Words } from "@/components/words/words";
import type { CsvProblem, DomainProblem } from "@/lib/sessions/domain";
import { ftpAccountTypes } from "@/lib/sessions/session";

const types = ftpAccountTypes.join(", ");

/** What is wrong, and what would be right. */
export function mistakeSentence(
  { domainMistakeWords, loginTwiceInFile }: Words,
  problem: DomainProblem | CsvProblem,
): string {
  const { mistake, about } = problem;
  // In a file it is about the line of the other, in a form about the login itself.
  if (mistake === "login-twice" && "line" in problem) return loginTwiceInFile(about);
  return domainMistakeWords[mistake](showControls(about), types);
}
