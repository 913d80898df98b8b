"use client";

import { KeyRound } from "lucide-react";
import { FormProblem } from "@/components/ui/form-problem";
import { RadioChoice } from "@/components/ui/radio-choice";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import { FileChoice } from "./file-choice";
import type { FieldsProps } from "./server-fields";
import type { ServerForm } from "./server-form";

/** What logs in. What is stored already is kept unless another is given, and never comes back here. */
export function CredentialFields({ form, change, problems }: FieldsProps) {
  const { serverFormWords } = useWords();
  const kinds = form.stored
    ? (["kept", "privateKey", "password"] as const)
    : (["privateKey", "password"] as const);
  return (
    <div className="grid gap-3">
      <RadioChoice
        legend={serverFormWords.credentialLegend}
        choices={kinds.map((value) => ({ value, word: serverFormWords.credentials[value] }))}
        chosen={form.credential}
        onChoose={(credential) => change({ credential })}
      />
      <Chosen form={form} change={change} problem={problems.credential} />
    </div>
  );
}

interface ChosenProps extends Pick<FieldsProps, "form" | "change"> {
  readonly problem: string | undefined;
}

function Chosen({ form, change, problem }: ChosenProps) {
  const { serverFormWords } = useWords();
  switch (form.credential) {
    case "kept":
      return <Kept stored={form.stored} problem={problem} />;
    case "password":
      return (
        <TextField
          label={serverFormWords.password}
          type="password"
          advice={serverFormWords.sealed}
          problem={problem}
          value={form.password}
          onChange={({ target }) => change({ password: target.value })}
          autoComplete="new-password"
        />
      );
    case "privateKey":
      return <PrivateKey form={form} change={change} problem={problem} />;
  }
}

function Kept({ stored, problem }: Pick<ServerForm, "stored"> & Pick<ChosenProps, "problem">) {
  const { serverFormWords } = useWords();
  return (
    <>
      <p className="flex items-center gap-2 rounded-lg border border-line border-dashed px-3 py-2.5 text-[0.8125rem] text-muted">
        <KeyRound aria-hidden="true" className="size-4 shrink-0" />
        {stored && serverFormWords.kept[stored]}
      </p>
      {problem && <FormProblem>{problem}</FormProblem>}
    </>
  );
}

function PrivateKey({ form, change, problem }: ChosenProps) {
  const { serverFormWords } = useWords();
  return (
    <>
      <TextArea
        label={serverFormWords.privateKey}
        note={serverFormWords.privateKeyNote}
        problem={problem}
        value={form.privateKey}
        onChange={({ target }) => change({ privateKey: target.value })}
        placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
        autoComplete="off"
        spellCheck={false}
      />
      <FileChoice
        label={serverFormWords.chooseFile}
        mostBytes={20_000}
        onText={(privateKey) => change({ privateKey })}
      />
      <TextField
        label={serverFormWords.passphrase}
        note={serverFormWords.passphraseNote}
        type="password"
        advice={serverFormWords.sealed}
        value={form.passphrase}
        onChange={({ target }) => change({ passphrase: target.value })}
        autoComplete="new-password"
      />
    </>
  );
}
