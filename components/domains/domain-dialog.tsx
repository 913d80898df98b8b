import { useEffect, useRef, useState } from "react";
import { useAnswerOrProblem } from "@/components/frame/use-answer-or-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import type { DomainsAnswer, KnownDomain } from "@/lib/sessions/domain";
import { AccountFields } from "./account-fields";
import type { DomainActions } from "./domain-actions";
import { type DomainForm, toDraft, toForm, toSentences } from "./domain-form";

interface DomainDialogProps {
  /** Null to add one. */
  readonly domain: KnownDomain | null;
  readonly choices: Pick<DomainsAnswer, "customers" | "servers">;
  readonly save: DomainActions["save"];
  readonly onClose: () => void;
  readonly onDone: (said: string) => void;
}

/** Neither a browser nor a phone should mend what is typed here. */
const exact = {
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
  autoComplete: "off",
};

export function DomainDialog({ domain, choices, save, onClose, onDone }: DomainDialogProps) {
  const { frameWords, domainFormWords } = useWords();
  const { form, change, problems, failure, isRunning, saveForm } = useDomainForm({
    domain,
    save,
    onDone,
  });
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.size === 0) return;
    element.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);

  return (
    <Dialog
      ref={element}
      title={domain ? domainFormWords.editTitle(domain.name) : domainFormWords.addTitle}
      isHeldOpen={isRunning}
      onClose={onClose}
      onSubmit={() => void (isRunning || saveForm())}
      buttons={
        <>
          <Button onClick={onClose} disabled={isRunning}>
            {frameWords.cancel}
          </Button>
          <Button type="submit" look="accent" aria-disabled={isRunning}>
            {isRunning ? domainFormWords.saving : domainFormWords.save}
          </Button>
        </>
      }
    >
      {failure && <FormProblem>{failure}</FormProblem>}
      <TextField
        label={domainFormWords.name}
        problem={problems.get("name")}
        value={form.name}
        onChange={({ target }) => change({ name: target.value })}
        placeholder="example.com"
        {...exact}
      />
      <TextField
        label={domainFormWords.customer}
        advice={domainFormWords.customerAdvice}
        problem={problems.get("customer")}
        value={form.customer}
        onChange={({ target }) => change({ customer: target.value })}
        list="domain-customers"
        {...exact}
      />
      <datalist id="domain-customers">
        {choices.customers.map((login) => (
          <option key={login} value={login} />
        ))}
      </datalist>
      <AccountFields
        accounts={form.accounts}
        count={domain?.accountCount ?? 0}
        servers={choices.servers}
        problems={problems}
        onChange={(accounts) => change({ accounts })}
      />
    </Dialog>
  );
}

type FormSettings = Pick<DomainDialogProps, "domain" | "save" | "onDone">;

const noProblems: ReadonlyMap<string, string> = new Map();

function useDomainForm({ domain, save, onDone }: FormSettings) {
  const words = useWords();
  const { domainWords } = words;
  const answerOrProblem = useAnswerOrProblem();
  const [form, setForm] = useState(() => toForm(domain));
  const [problems, setProblems] = useState(noProblems);
  const [failure, setFailure] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);

  async function saveForm() {
    setIsRunning(true);
    setFailure(null);
    const draft = toDraft(domain?.id ?? null, form);
    const told = await answerOrProblem(() => save(draft), domainWords.lost);
    setIsRunning(false);
    if (told.status === "lost") setFailure(told.problem);
    if (told.status !== "answered") return setProblems(noProblems);
    const { answer: saved } = told;
    setProblems(saved.status === "refused" ? toSentences(words, saved.problems) : noProblems);
    if (saved.status === "saved") return onDone(domainWords.saved(draft.name));
    if (saved.status === "overtaken") setFailure(domainWords.overtaken);
  }

  const change = (part: Partial<DomainForm>) => setForm((before) => ({ ...before, ...part }));
  return { form, change, problems, failure, isRunning, saveForm };
}
