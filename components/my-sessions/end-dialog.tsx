import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { useProof } from "@/components/proof/proof-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import { isProofNeeded, type ProofNeeded } from "@/lib/sessions/proof";
import { browserName } from "./browser-name";
import type { OpenView } from "./my-sessions-view";

export type EndSessions = (input: {
  readonly ids: readonly string[];
}) => Promise<number | ProofNeeded>;

interface EndDialogProps {
  readonly sessions: readonly OpenView[];
  readonly end: EndSessions;
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function EndDialog({ sessions, end, onClose, onDone }: EndDialogProps) {
  const words = useWords();
  const { frameWords, mySessionWords } = words;
  const withProof = useProof();
  const answerOrProblem = useAnswerOrProblem();
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const count = sessions.length;

  async function submit() {
    setProblem(null);
    setIsRunning(true);
    const ids = sessions.map(({ id }) => id);
    const told = await answerOrProblem(() => withProof(() => end({ ids })), mySessionWords.lost);
    setIsRunning(false);
    if (told.status === "lost") setProblem(told.problem);
    if (told.status !== "answered" || isProofNeeded(told.answer)) return;
    onDone(mySessionWords.done(told.answer));
  }
  return (
    <Dialog
      title={mySessionWords.endTitle(count)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || submit())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="danger" aria-disabled={isRunning}>
            {isRunning ? mySessionWords.running : mySessionWords.consent(count)}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      <ul className="grid gap-1">
        {sessions.map((session) => (
          <li key={session.id}>
            {browserName(words, session)} {mySessionWords.from} {session.address}
          </li>
        ))}
      </ul>
      <p className="text-muted">{mySessionWords.endBody}</p>
    </Dialog>
  );
}
