import { type ComponentProps, useId } from "react";

interface TextFieldProps extends Omit<ComponentProps<"input">, "className" | "id"> {
  readonly label: string;
  /** In the label, but not as loud. */
  readonly note?: string;
  readonly advice?: string;
  readonly problem?: string | undefined;
}

export function TextField({ label, note, advice, problem, ...input }: TextFieldProps) {
  const id = useId();
  const describedBy = [advice && `${id}-advice`, problem && `${id}-problem`].filter(Boolean);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-[0.8125rem]">
        {label}
        {note && <span className="font-normal text-muted"> {note}</span>}
      </label>
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy.length > 0 ? describedBy.join(" ") : undefined}
        className="h-10 w-full rounded-lg border border-edge bg-card px-3 placeholder:text-muted focus-visible:border-accent focus-visible:outline-offset-0 read-only:border-line read-only:bg-transparent aria-invalid:border-danger"
        {...input}
      />
      {advice && (
        <p id={`${id}-advice`} className="text-[0.8125rem] text-muted">
          {advice}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-[0.8125rem] text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
