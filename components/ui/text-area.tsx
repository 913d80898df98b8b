import { type ComponentProps, useId } from "react";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "className" | "id"> {
  readonly label: string;
  /** Beside the label, but not as loud. */
  readonly note: string;
  readonly problem: string | undefined;
  /** Has the focus when its dialog opens. */
  readonly "data-autofocus"?: boolean;
}

export function TextArea({ label, note, problem, ...textarea }: TextAreaProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-[0.8125rem]">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span
          id={`${id}-note`}
          className={`tabular-nums ${problem ? "text-danger-word" : "text-muted"}`}
        >
          {note}
        </span>
      </div>
      <textarea
        id={id}
        rows={4}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-note ${id}-problem` : `${id}-note`}
        className="w-full rounded-lg border border-edge bg-card px-3 py-2 placeholder:text-muted focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-danger"
        {...textarea}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="text-[0.8125rem] text-danger-word">
          {problem}
        </p>
      )}
    </div>
  );
}
