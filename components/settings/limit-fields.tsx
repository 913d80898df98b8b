import { RadioChoice } from "@/components/ui/radio-choice";
import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import { findLimitProblems, type LimitField, type LimitForm } from "./limit-form";

interface LimitFieldsProps {
  readonly title: string;
  readonly form: LimitForm;
  /** Null where the operator may only see. */
  readonly onChange: ((form: LimitForm) => void) | null;
}

export function LimitFields({ title, form, onChange }: LimitFieldsProps) {
  const { settingsWords } = useWords();
  const choices = [
    { value: "refuse", word: settingsWords.whenFullChoices.refuse },
    { value: "end-oldest", word: settingsWords.whenFullChoices["end-oldest"] },
  ] as const;
  const problems = findLimitProblems(form);
  const toField = (field: LimitField) =>
    ({
      name: field,
      value: form[field],
      problem: problems.has(field) ? settingsWords.problems[field] : undefined,
      readOnly: onChange === null,
      onChange: ({ target }: { readonly target: { readonly value: string } }) =>
        onChange?.({ ...form, [field]: target.value }),
      inputMode: "numeric",
      autoComplete: "off",
      maxLength: 9,
    }) as const;
  return (
    <fieldset className="@container rounded-xl border border-line bg-card p-4 pt-3">
      <legend className="float-left mb-4 w-full font-semibold text-[0.9375rem]">{title}</legend>
      <div className="clear-both grid @2xl:grid-cols-3 @sm:grid-cols-2 items-start gap-4">
        <TextField
          label={settingsWords.idle}
          note={settingsWords.minutes}
          {...toField("idleMinutes")}
        />
        <TextField
          label={settingsWords.lasts}
          note={settingsWords.hours}
          {...toField("lastsHours")}
        />
        <TextField
          label={settingsWords.atOnce}
          advice={settingsWords.atOnceAdvice}
          {...toField("atOnce")}
        />
        {form.atOnce.trim() !== "" && (
          <fieldset disabled={onChange === null} className="@2xl:col-span-2 @2xl:col-start-2">
            <RadioChoice
              legend={settingsWords.whenFull}
              choices={choices}
              chosen={form.whenFull}
              onChoose={(whenFull) => onChange?.({ ...form, whenFull })}
            />
          </fieldset>
        )}
      </div>
    </fieldset>
  );
}
