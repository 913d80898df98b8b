import { useId } from "react";

interface CheckFieldProps {
  readonly label: string;
  readonly advice: string;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
}

export function CheckField(props: CheckFieldProps) {
  const { label, advice, isChecked, onCheck, isDisabled = false } = props;
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={`${id}-advice`}
        onChange={({ target }) => onCheck(target.checked)}
        className="choose mt-0.5"
      />
      <label htmlFor={id} className="font-medium text-[0.8125rem]">
        {label}
      </label>
      <p id={`${id}-advice`} className="col-start-2 text-[0.8125rem] text-muted">
        {advice}
      </p>
    </div>
  );
}
