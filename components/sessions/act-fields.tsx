import { TextField } from "@/components/ui/text-field";
import { useWords } from "@/components/words/use-words";
import type { SessionAction } from "@/lib/sessions/session-action";
import { MessageField } from "./message-field";

interface ActFieldsProps {
  readonly action: SessionAction;
  /** The message, or the reason of any other action. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Null where a click is enough. */
  readonly mustType: number | null;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

export function ActFields(props: ActFieldsProps) {
  const { dialogWords } = useWords();
  const { action, text, onText, mustType, typed, onTyped } = props;
  return (
    <>
      {action === "sendMessage" ? (
        <MessageField text={text} onText={onText} />
      ) : (
        <TextField
          label={dialogWords.reason}
          note={dialogWords.reasonNote}
          value={text}
          onChange={(event) => onText(event.target.value)}
          maxLength={500}
          autoComplete="off"
        />
      )}
      {mustType !== null && (
        <TextField
          label={dialogWords.typeNumber(mustType)}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
    </>
  );
}
