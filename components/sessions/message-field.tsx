import { TextArea } from "@/components/ui/text-area";
import { messageSchema } from "@/lib/sessions/message";
import { dialogWords } from "./action-words";

/** As the schema has it. */
const most = messageSchema.maxLength ?? Number.POSITIVE_INFINITY;

interface MessageFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function MessageField({ text, onText }: MessageFieldProps) {
  const { length } = text.trim();
  return (
    <TextArea
      label={dialogWords.message}
      note={dialogWords.messageNote(length, most)}
      problem={length === 0 ? undefined : problemOf(text)}
      value={text}
      onChange={(event) => onText(event.target.value)}
      required
      data-autofocus
    />
  );
}

export function isMessage(text: string): boolean {
  return messageSchema.safeParse(text).success;
}

function problemOf(text: string): string | undefined {
  if (isMessage(text)) return undefined;
  return text.trim().length > most ? dialogWords.messageTooLong(most) : dialogWords.messageUnseen;
}
