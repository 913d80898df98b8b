import { type AnswersUnderWay, openAnswersUnderWay } from "@/lib/auth/answers-under-way";
import type { Auth } from "@/lib/auth/auth";
import { oneAtATime } from "@/lib/sessions/one-at-a-time";
import type { Store } from "@/lib/store/store";

const everyMs = 1000;

interface AnswersWatch extends Pick<AnswersUnderWay, "note"> {
  stop(): void;
}

/** Cuts what is being answered to sessions that end: here at once, elsewhere within two seconds. */
export function watchAnswers(
  { panelSessions, onSessionsEnded }: Store,
  { cookie }: Auth,
  reportBug: (error: unknown) => void,
): AnswersWatch {
  const { note, cut, check } = openAnswersUnderWay({
    cookieName: cookie.name,
    findSignedIn: (tokenHashes) => panelSessions.findSignedInTokens(tokenHashes, new Date()),
  });
  onSessionsEnded(cut);
  const checking = setInterval(oneAtATime(check, reportBug), everyMs);
  return { note, stop: () => clearInterval(checking) };
}
