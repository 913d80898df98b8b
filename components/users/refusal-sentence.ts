import type { Words } from "@/components/words/words";
import type { UserDeleted } from "@/lib/sessions/user";

/** Null when it was done. */
export function refusalSentence(
  { userWords }: Words,
  login: string,
  answer: UserDeleted,
): string | null {
  switch (answer.status) {
    case "done":
      return null;
    case "gone":
      return userWords.gone(login);
    case "lastAdministrator":
      return userWords.lastAdministrator(login);
    case "owns":
      return userWords.owns(login, [...answer.logins, ...answer.domains]);
  }
}
