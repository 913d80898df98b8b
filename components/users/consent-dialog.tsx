import { useAsking } from "@/components/proof/use-asking";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import type { KnownUser } from "@/lib/sessions/user";
import { refusalSentence } from "./refusal-sentence";
import type { UserActions } from "./user-actions";
import { type Consent, consentWords, sessionsEndSentence, userWords } from "./user-words";

interface ConsentDialogProps {
  readonly kind: Consent;
  readonly user: KnownUser;
  readonly actions: UserActions;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** Says what is lost before it is done. */
export function ConsentDialog({ kind, user, actions, onClose, onDone }: ConsentDialogProps) {
  const { id, login, sessionCount } = user;
  const { isRunning, problem, setProblem, run } = useAsking(userWords.lost);
  const words = consentWords[kind];

  async function submit() {
    const answer = await run(() => actions[kind]({ id }));
    if (!answer) return;
    const refusal = refusalSentence(login, answer);
    if (refusal === null) onDone(words.done(login));
    else setProblem(refusal);
  }
  return (
    <Dialog
      title={words.title(login)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || submit())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {userWords.cancel}
          </Button>
          <Button
            type="submit"
            look={kind === "enable" ? "accent" : "danger"}
            aria-disabled={isRunning}
          >
            {isRunning ? words.running : words.consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      {kind !== "enable" && <p>{sessionsEndSentence(login, sessionCount)}</p>}
      <p className="text-muted">{words.lost(login)}</p>
    </Dialog>
  );
}
