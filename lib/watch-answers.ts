import { type AnswersUnderWay, openAnswersUnderWay } from "@/lib/auth/answers-under-way";
import type { Auth } from "@/lib/auth/auth";
import { oneAtATime } from "@/lib/sessions/one-at-a-time";
import type { Store } from "@/lib/store/store";

const everyMs = 1000;

interface AnswersWatch extends Pick<AnswersUnderWay, "note"> {
  /** The same, which also tells whom it has recognised. */
  readonly auth: Auth;
  stop(): void;
}

/** Cuts what is being answered to sessions that end: here at once, elsewhere within a second. */
export function watchAnswers(
  { panelSessions, onSessionsEnded }: Store,
  auth: Auth,
  reportBug: (error: unknown) => void,
): AnswersWatch {
  const { note, noteSignedIn, cut, check } = openAnswersUnderWay({
    cookieName: auth.cookie.name,
    findEnded: panelSessions.findEnded,
  });
  onSessionsEnded(cut);
  const checking = setInterval(oneAtATime(check, reportBug), everyMs);
  return {
    note,
    auth: {
      ...auth,
      async recognise(secret, ...asked) {
        const operator = await auth.recognise(secret, ...asked);
        if (operator) noteSignedIn(secret);
        return operator;
      },
    },
    stop: () => clearInterval(checking),
  };
}
