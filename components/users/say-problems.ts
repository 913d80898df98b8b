import { reasonText } from "@/components/words/reason-text";
import type { Words } from "@/components/words/words";
import type { UserField, UserProblems } from "@/lib/sessions/user";

/** What is wrong with each field, as it stands beside it. */
export function sayProblems(
  words: Words,
  problems: UserProblems,
): Readonly<Partial<Record<UserField, string>>> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, reasonText(words, problem)]),
  );
}
