"use client";

import { useAsking } from "@/components/proof/use-asking";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { KnownUser } from "@/lib/sessions/user";
import { refusalSentence } from "./refusal-sentence";
import type { UserActions } from "./user-actions";

export type Consent = keyof Words["userConsentWords"];

interface ConsentDialogProps {
  readonly kind: Consent;
  readonly user: KnownUser;
  readonly actions: UserActions;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** Says what is lost before it is done. */
export function ConsentDialog({ kind, user, actions, onClose, onDone }: ConsentDialogProps) {
  const words = useWords();
  const { frameWords, userWords } = words;
  const { title, lost, consent, running, done } = words.userConsentWords[kind];
  const { id, login, sessionCount } = user;
  const { isRunning, problem, setProblem, run } = useAsking(userWords.lost);

  async function submit() {
    const answer = await run(() => actions[kind]({ id }));
    if (!answer) return;
    const refusal = refusalSentence(words, login, answer);
    if (refusal === null) onDone(done(login));
    else setProblem(refusal);
  }
  return (
    <Dialog
      title={title(login)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || submit())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button
            type="submit"
            look={kind === "enable" ? "accent" : "danger"}
            aria-disabled={isRunning}
          >
            {isRunning ? running : consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {kind !== "enable" && <p>{userWords.sessionsEnd(login, sessionCount)}</p>}
      <p className="text-muted">{lost(login)}</p>
    </Dialog>
  );
}
