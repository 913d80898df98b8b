import { TextField } from "@/components/ui/text-field";
import { setUpFactorWords } from "./account-words";

interface PasskeyNameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

export function PasskeyNameField({ name, onName }: PasskeyNameFieldProps) {
  return (
    <TextField
      label={setUpFactorWords.passkeyName}
      advice={setUpFactorWords.passkeyNameAdvice}
      value={name}
      onChange={(event) => onName(event.target.value)}
      maxLength={60}
      required
      data-autofocus
    />
  );
}
