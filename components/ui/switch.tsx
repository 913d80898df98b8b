import { useId } from "react";

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** For what takes effect at once. */
export function Switch({ label, isOn, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-3">
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={({ target }) => onSwitch(target.checked)}
      />
      <label htmlFor={id} className="wrap-anywhere font-medium">
        {label}
      </label>
    </span>
  );
}
