import { useId, useState } from "react";
import { countOf } from "@/components/format/format-count";
import { sessionWords } from "@/components/sessions/session-words";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { Modal } from "@/components/ui/modal";
import { answerOrLost, type ServerActions } from "./server-actions";
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
  const { name, sources, via } = server;
  const titleId = useId();
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function removeServer() {
    setIsRunning(true);
    const removed = await answerOrLost(() => remove({ id }));
    setIsRunning(false);
    if (removed === undefined) return setProblem(serverWords.lost);
    if (removed.status === "refused") return setProblem(removed.problem);
    const isGone = removed.status === "gone";
    onDone(isGone ? serverWords.deletedBefore(name) : serverWords.deleted(name));
  }

  return (
    <Modal titleId={titleId} shape="dialog" isHeldOpen={isRunning} onClose={onClose}>
      <h2 id={titleId} className="wrap-anywhere px-6 pt-5 font-semibold text-base tracking-tight">
        {deleteWords.title(name)}
      </h2>
      <div className="grid gap-3 px-6 pt-2 pb-5">
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
      </div>
      <footer className="flex flex-wrap justify-end gap-2 border-line border-t bg-page px-6 py-3.5">
        <Button onClick={onClose} disabled={isRunning}>
          {serverWords.cancel}
        </Button>
        <Button
          look="danger"
          aria-disabled={isRunning}
          onClick={() => void (isRunning || removeServer())}
        >
          {isRunning ? deleteWords.running : deleteWords.consent}
        </Button>
      </footer>
    </Modal>
  );
}

/** ", 12 sessions now" */
function nowOf({ asked }: ServerSourceView): string {
  if (asked?.state !== "answered") return "";
  return `, ${countOf(asked.sessionCount, sessionWords.session, sessionWords.sessions)} now`;
}
