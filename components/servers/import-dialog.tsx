"use client";

import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { reasonText } from "@/components/words/reason-text";
import { useWords } from "@/components/words/use-words";
import { isProofNeeded } from "@/lib/sessions/proof";
import { FileChoice } from "./file-choice";
import type { ServerActions } from "./server-actions";

interface ImportDialogProps {
  readonly importYaml: ServerActions["importYaml"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** A request to Rollcall holds a million bytes, and a letter may take two. */
const longest = 500_000;

export function ImportDialog({ importYaml, onClose, onDone }: ImportDialogProps) {
  const { frameWords, serverImportWords, serverFormWords } = useWords();
  const [text, setText] = useState("");
  const { isRunning, problems, importServers } = useImport(importYaml, onDone);
  return (
    <Dialog
      title={serverImportWords.title}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || importServers(text))}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="accent" aria-disabled={isRunning}>
            {isRunning ? serverImportWords.running : serverImportWords.consent}
          </Button>
        </>
      }
    >
      <p className="text-muted">{serverImportWords.lead}</p>
      <Problems problems={problems} />
      <TextArea
        label={serverImportWords.text}
        note={serverImportWords.textNote}
        problem={undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        rows={10}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
      />
      <FileChoice label={serverFormWords.chooseFile} mostBytes={longest} onText={setText} />
    </Dialog>
  );
}

function useImport(importYaml: ServerActions["importYaml"], onDone: (said: string) => void) {
  const words = useWords();
  const { serverImportWords, serverWords } = words;
  const answerOrProblem = useAnswerOrProblem();
  const [isRunning, setIsRunning] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function importServers(text: string) {
    if (text.trim() === "") return setProblems([serverImportWords.nothing]);
    if (text.length > longest) return setProblems([serverImportWords.tooLong]);
    setIsRunning(true);
    const told = await answerOrProblem(() => importYaml({ text }), serverWords.lost);
    setIsRunning(false);
    if (told.status === "lost") setProblems([told.problem]);
    if (told.status !== "answered") return;
    const { answer: imported } = told;
    if (isProofNeeded(imported)) return;
    setProblems(imported.problems.map(({ place, why }) => `${place}: ${reasonText(words, why)}`));
    if (imported.problems.length > 0) return;
    onDone(serverImportWords.done(imported.added, imported.changed));
  }

  return { isRunning, problems, importServers };
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  const { serverImportWords } = useWords();
  const [only] = problems;
  if (only === undefined) return null;
  return (
    <div
      role="alert"
      className="grid gap-1.5 rounded-lg bg-danger-wash px-3 py-2.5 text-[0.8125rem] text-danger-word"
    >
      <p className="font-medium">{serverImportWords.problems(problems.length)}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {problems.map((problem) => (
          <li key={problem} className="wrap-anywhere">
            {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}
