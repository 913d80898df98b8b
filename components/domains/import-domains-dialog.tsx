import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { FileChoice } from "@/components/servers/file-choice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { TextArea } from "@/components/ui/text-area";
import { useWords } from "@/components/words/use-words";
import { type CsvProblem, type DomainsImport, longestDomainsCsv } from "@/lib/sessions/domain";
import { ftpAccountTypes } from "@/lib/sessions/session";
import type { DomainActions } from "./domain-actions";
import { toImportParts } from "./import-parts";
import { mistakeSentence } from "./mistake-sentence";

interface ImportDomainsDialogProps {
  readonly importCsv: DomainActions["importCsv"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** First says what would be done; what was checked is what is imported. */
export function ImportDomainsDialog({ importCsv, onClose, onDone }: ImportDomainsDialogProps) {
  const { frameWords, domainCsvWords } = useWords();
  const { text, setText, plan, failure, isRunning, goOn } = useImport(importCsv, onDone);
  const isChecked = plan?.status === "checked";
  const [still, running] = isChecked
    ? [domainCsvWords.consent, domainCsvWords.running]
    : [domainCsvWords.check, domainCsvWords.checking];
  return (
    <Dialog
      title={domainCsvWords.title}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || goOn())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="accent" aria-disabled={isRunning}>
            {isRunning ? running : still}
          </Button>
        </>
      }
    >
      <p className="text-muted">{domainCsvWords.lead}</p>
      <p className="text-muted">{domainCsvWords.types(ftpAccountTypes.join(", "))}</p>
      {failure && <FormProblem>{failure}</FormProblem>}
      {plan && <Plan plan={plan} />}
      <TextArea
        label={domainCsvWords.text}
        note={domainCsvWords.textNote}
        problem={undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        rows={8}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
      />
      <FileChoice
        label={domainCsvWords.chooseFile}
        mostBytes={longestDomainsCsv}
        onText={setText}
      />
    </Dialog>
  );
}

function useImport(importCsv: DomainActions["importCsv"], onDone: (said: string) => void) {
  const words = useWords();
  const { domainCsvWords, domainWords } = words;
  const answerOrProblem = useAnswerOrProblem();
  const [text, setText] = useState("");
  const [plan, setPlan] = useState<DomainsImport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);

  async function goOn() {
    setFailure(null);
    if (text.trim() === "") return setFailure(domainCsvWords.nothing);
    if (text.length > longestDomainsCsv) return setFailure(domainCsvWords.tooLong);
    setIsRunning(true);
    const isPreview = plan?.status !== "checked";
    const told = await answerOrProblem(() => importCsv({ text, isPreview }), domainWords.lost);
    setIsRunning(false);
    if (told.status === "lost") setFailure(told.problem);
    const next = told.status === "answered" ? told.answer : undefined;
    setPlan(next ?? null);
    if (next?.status === "written") onDone(domainCsvWords.done(toImportParts(words, next)));
    if (next?.status === "overtaken") setFailure(domainWords.overtaken);
  }

  return {
    text,
    /** What was checked holds for what was typed then. */
    setText(next: string) {
      setText(next);
      setPlan(null);
    },
    plan,
    failure,
    isRunning,
    goOn,
  };
}

function Plan({ plan }: { readonly plan: DomainsImport }) {
  const words = useWords();
  if (plan.status === "refused") {
    return <Problems problems={plan.problems} count={plan.problemCount} />;
  }
  return (
    <div
      role="status"
      className="grid gap-1.5 rounded-lg bg-accent-wash px-3 py-2.5 text-[0.8125rem]"
    >
      <p className="font-medium">{words.domainCsvWords.planned}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {toImportParts(words, plan).map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}

interface ProblemsProps {
  readonly problems: readonly CsvProblem[];
  readonly count: number;
}

function Problems({ problems, count }: ProblemsProps) {
  const words = useWords();
  const { domainCsvWords } = words;
  const sentences = problems.map((problem) =>
    domainCsvWords.line(problem.line, mistakeSentence(words, problem)),
  );
  const more = count - problems.length;
  return (
    <div
      role="alert"
      className="grid gap-1.5 rounded-lg bg-danger-wash px-3 py-2.5 text-[0.8125rem] text-danger-word"
    >
      <p className="font-medium">{domainCsvWords.problems(count)}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{domainCsvWords.moreProblems(more)}</p>}
    </div>
  );
}
