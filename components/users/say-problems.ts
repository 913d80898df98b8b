import { inEnglish } from "@/lib/sessions/reason";
import type { UserField, UserProblems } from "@/lib/sessions/user";

/** What is wrong with each field, as it stands beside it. */
export function sayProblems(problems: UserProblems): Readonly<Partial<Record<UserField, string>>> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, inEnglish(problem)]),
  );
}
