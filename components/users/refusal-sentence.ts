import type { UserDeleted } from "@/lib/sessions/user";
import { ownsSentence, userWords } from "./user-words";

/** Null when it was done. */
export function refusalSentence(login: string, answer: UserDeleted): string | null {
  switch (answer.status) {
    case "done":
      return null;
    case "gone":
      return userWords.gone(login);
    case "lastAdministrator":
      return userWords.lastAdministrator(login);
    case "owns":
      return ownsSentence(login, answer);
  }
}
