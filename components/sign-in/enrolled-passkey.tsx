"use client";

import { PasskeyNameField } from "@/components/account/passkey-name-field";
import {
  type AddPasskey,
  type OnAdded,
  usePasskeyAdding,
} from "@/components/account/use-passkey-adding";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useWords } from "@/components/words/use-words";

interface EnrolledPasskeyProps {
  readonly addPasskey: AddPasskey;
  readonly onAdded: OnAdded;
}

/** Not there before and without the page's scripts, for then it could do nothing. */
export function EnrolledPasskey({ addPasskey, onAdded }: EnrolledPasskeyProps) {
  const { enrolmentWords, setUpFactorWords } = useWords();
  const { name, setName, isRunning, problem, submit } = usePasskeyAdding(addPasskey, onAdded);
  if (!useHydrated()) return null;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className="font-semibold">{enrolmentWords.passkeyTitle}</h2>
      {problem && <FormProblem>{problem}</FormProblem>}
      <PasskeyNameField name={name} onName={setName} />
      <Button type="submit" isWide disabled={isRunning}>
        {isRunning ? setUpFactorWords.addingPasskey : setUpFactorWords.addPasskey}
      </Button>
    </form>
  );
}
