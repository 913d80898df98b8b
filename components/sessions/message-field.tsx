import { TextArea } from "@/components/ui/text-area";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import { isMessage, longestMessage } from "@/lib/sessions/message-text";

interface MessageFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function MessageField({ text, onText }: MessageFieldProps) {
  const { dialogWords } = useWords();
  const { length } = text.trim();
  return (
    <TextArea
      label={dialogWords.message}
      note={dialogWords.messageNote(length, longestMessage)}
      problem={length === 0 ? undefined : problemOf(dialogWords, text)}
      value={text}
      onChange={(event) => onText(event.target.value)}
      required
      data-autofocus
    />
  );
}

function problemOf(dialogWords: Words["dialogWords"], text: string): string | undefined {
  if (isMessage(text)) return undefined;
  return text.trim().length > longestMessage
    ? dialogWords.messageTooLong(longestMessage)
    : dialogWords.messageUnseen;
}
