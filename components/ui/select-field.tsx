import { useId } from "react";

interface SelectFieldProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Choice; readonly word: string }[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly advice?: string | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean;
}

/** One of several choices, in the browser's own list. */
export function SelectField<Choice extends string>(props: SelectFieldProps<Choice>) {
  const { label, choices, chosen, onChoose, advice, problem, isDisabled = false } = props;
  const id = useId();
  const note = problem ?? advice;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-[0.8125rem]">
        {label}
      </label>
      <select
        id={id}
        value={chosen}
        disabled={isDisabled}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={({ target }) => {
          const choice = choices.find(({ value }) => value === target.value);
          if (choice) onChoose(choice.value);
        }}
        className="h-10 w-full rounded-lg border border-edge bg-card px-2.5 focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-danger disabled:text-muted"
      >
        {choices.map(({ value, word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      {note && (
        <p
          id={`${id}-note`}
          className={`text-[0.8125rem] ${problem ? "text-danger" : "text-muted"}`}
        >
          {note}
        </p>
      )}
    </div>
  );
}
