"use client";

import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import { toSentence } from "./form-problems";
import type { ServerActions } from "./server-actions";
import type { ServerSourceView, ServerView } from "./server-view";
import { WayCell } from "./way-cell";

interface DeleteDialogProps {
  readonly server: ServerView;
  readonly id: string;
  readonly remove: ServerActions["remove"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function DeleteDialog({ server, id, remove, onClose, onDone }: DeleteDialogProps) {
  const words = useWords();
  const { frameWords, serverWords, serverDeleteWords } = words;
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
    if (removed.status === "refused") return setProblem(toSentence(words, removed.problem));
    const isGone = removed.status === "gone";
    onDone(isGone ? serverWords.deletedBefore(name) : serverWords.deleted(name));
  }

  return (
    <Dialog
      title={serverDeleteWords.title(name)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || removeServer())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="danger" aria-disabled={isRunning}>
            {isRunning ? serverDeleteWords.running : serverDeleteWords.consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      <p className="wrap-anywhere text-muted">
        <WayCell via={via} />
      </p>
      <p>{sources.length === 0 ? serverDeleteWords.stopsNothing : serverDeleteWords.stops}</p>
      <ul className="grid gap-1">
        {sources.map((source) => (
          <li key={source.id}>
            <strong className="font-medium">{source.title}</strong>
            {nowOf(words, source)}
          </li>
        ))}
      </ul>
      <p className="text-muted">{serverDeleteWords.keeps}</p>
    </Dialog>
  );
}

/** ", 12 sessions now" */
function nowOf({ serverWords }: Words, { asked }: ServerSourceView): string {
  if (asked?.state !== "answered") return "";
  return `, ${serverWords.sessionsNow(asked.sessionCount)}`;
}
