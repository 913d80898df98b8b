import { useId } from "react";

interface RadioChoiceProps<Choice extends string> {
  readonly legend: string;
  readonly choices: readonly { readonly value: Choice; readonly word: string }[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A few choices side by side, one of them taken. */
export function RadioChoice<Choice extends string>(props: RadioChoiceProps<Choice>) {
  const { legend, choices, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-[0.8125rem]">{legend}</legend>
      <div className="flex rounded-lg border border-edge bg-page p-0.5">
        {choices.map(({ value, word }) => (
          <label
            key={value}
            className="relative flex h-8 flex-auto items-center justify-center rounded-md px-2 text-center text-[0.8125rem] text-muted-word has-checked:bg-card has-checked:font-medium has-checked:text-accent has-checked:shadow-xs"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-md"
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
