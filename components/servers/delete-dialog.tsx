import { useState } from "react";
import { countOf } from "@/components/format/format-count";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { sessionWords } from "@/components/sessions/session-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import type { ServerActions } from "./server-actions";
import type { ServerSourceView, ServerView } from "./server-view";
import { deleteWords, serverWords } from "./server-words";
import { WayCell } from "./way-cell";

interface DeleteDialogProps {
  readonly server: ServerView;
  readonly id: string;
  readonly remove: ServerActions["remove"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function DeleteDialog({ server, id, remove, onClose, onDone }: DeleteDialogProps) {
  const answerOrProblem = useAnswerOrProblem();
  const { name, sources, via } = server;
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function removeServer() {
    setIsRunning(true);
    const told = await answerOrProblem(() => remove({ id }), serverWords.lost);
    setIsRunning(false);
    if (told.status === "lost") setProblem(told.problem);
    if (told.status !== "answered") return;
    const { answer: removed } = told;
    if (removed.status === "refused") return setProblem(removed.problem);
    const isGone = removed.status === "gone";
    onDone(isGone ? serverWords.deletedBefore(name) : serverWords.deleted(name));
  }

  return (
    <Dialog
      title={deleteWords.title(name)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || removeServer())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {serverWords.cancel}
          </Button>
          <Button type="submit" look="danger" aria-disabled={isRunning}>
            {isRunning ? deleteWords.running : deleteWords.consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      <p className="wrap-anywhere text-muted">
        <WayCell via={via} />
      </p>
      <p>{sources.length === 0 ? deleteWords.stopsNothing : deleteWords.stops}</p>
      <ul className="grid gap-1">
        {sources.map((source) => (
          <li key={source.id}>
            <strong className="font-medium">{source.title}</strong>
            {nowOf(source)}
          </li>
        ))}
      </ul>
      <p className="text-muted">{deleteWords.keeps}</p>
    </Dialog>
  );
}

/** ", 12 sessions now" */
function nowOf({ asked }: ServerSourceView): string {
  if (asked?.state !== "answered") return "";
  return `, ${countOf(asked.sessionCount, sessionWords.session, sessionWords.sessions)} now`;
}
