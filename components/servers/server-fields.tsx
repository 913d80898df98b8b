"use client";

import { RadioChoice } from "@/components/ui/radio-choice";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import { CredentialFields } from "./credential-fields";
import type { FormProblems } from "./form-problems";
import type { ServerForm } from "./server-form";

export interface FieldsProps {
  readonly form: ServerForm;
  readonly change: (part: Partial<ServerForm>) => void;
  readonly problems: FormProblems["fields"];
}

const ways = ["ssh", "local"] as const;

/** Neither a browser nor a phone should mend what is typed here. */
const exact = {
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
  autoComplete: "off",
};

export function ServerFields(props: FieldsProps) {
  const { serverFormWords } = useWords();
  const { form, change, problems } = props;
  return (
    <>
      <TextField
        label={serverFormWords.name}
        advice={serverFormWords.nameAdvice}
        problem={problems.name}
        value={form.name}
        onChange={({ target }) => change({ name: target.value })}
        placeholder="web01"
        {...exact}
      />
      <RadioChoice
        legend={serverFormWords.wayLegend}
        choices={ways.map((value) => ({ value, word: serverFormWords.ways[value] }))}
        chosen={form.way}
        onChoose={(way) => change({ way })}
      />
      {form.way === "ssh" && <SshFields {...props} />}
    </>
  );
}

function SshFields(props: FieldsProps) {
  const { serverFormWords } = useWords();
  const { form, change, problems } = props;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] items-start gap-3">
        <TextField
          label={serverFormWords.host}
          problem={problems.host}
          value={form.host}
          onChange={({ target }) => change({ host: target.value })}
          placeholder="192.0.2.10"
          {...exact}
        />
        <TextField
          label={serverFormWords.port}
          problem={problems.port}
          value={form.port}
          onChange={({ target }) => change({ port: target.value })}
          inputMode="numeric"
          {...exact}
        />
      </div>
      <TextField
        label={serverFormWords.user}
        problem={problems.user}
        value={form.user}
        onChange={({ target }) => change({ user: target.value })}
        {...exact}
      />
      <CredentialFields {...props} />
      {form.hostKey !== null && (
        <div className="grid gap-1 text-[0.8125rem]">
          <p className="font-medium">{serverFormWords.accepted}</p>
          <p className="wrap-anywhere font-mono text-muted-word text-xs">{form.hostKey}</p>
        </div>
      )}
    </>
  );
}
