import { useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { useWords } from "@/components/words/use-words";
import type { KnownDomain } from "@/lib/sessions/domain";
import type { DomainActions } from "./domain-actions";

interface DeleteDomainDialogProps {
  readonly domain: KnownDomain;
  readonly remove: DomainActions["remove"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

export function DeleteDomainDialog({ domain, remove, onClose, onDone }: DeleteDomainDialogProps) {
  const { frameWords, domainDeleteWords, domainWords } = useWords();
  const answerOrProblem = useAnswerOrProblem();
  const { id, name, customer, accountCount } = domain;
  const [isRunning, setIsRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function removeDomain() {
    setIsRunning(true);
    const told = await answerOrProblem(() => remove({ id }), domainWords.lost);
    setIsRunning(false);
    setProblem(told.status === "lost" ? told.problem : null);
    if (told.status !== "answered") return;
    onDone(told.answer === "gone" ? domainWords.deletedBefore(name) : domainWords.deleted(name));
  }

  return (
    <Dialog
      title={domainDeleteWords.title(name)}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || removeDomain())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="danger" aria-disabled={isRunning}>
            {isRunning ? domainDeleteWords.running : domainDeleteWords.consent}
          </Button>
        </>
      }
    >
      {problem && <FormProblem>{problem}</FormProblem>}
      <p className="wrap-anywhere">
        {domainDeleteWords.loses(customer)}{" "}
        {accountCount > 0 && domainDeleteWords.accounts(accountCount)}
      </p>
      <p className="text-muted">{domainDeleteWords.keeps}</p>
    </Dialog>
  );
}
