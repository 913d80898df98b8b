import { useRef } from "react";
import { showControls } from "@/components/format/show-controls";
import { CopyButton } from "@/components/ui/copy-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useWords } from "@/components/words/use-words";
import { IconWord } from "./cells";
import type { DetailField, FieldValue } from "./detail-field";

interface DetailFieldListProps {
  readonly fields: readonly DetailField[];
}

export function DetailFieldList({ fields }: DetailFieldListProps) {
  const { detailWords } = useWords();
  return (
    <dl className="grid gap-1 text-[0.8125rem] tabular-nums">
      {fields.map(({ label, value, why, note }) => (
        <div key={label} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3">
          <dt className="py-1 text-muted">{label}</dt>
          <dd className="wrap-anywhere grid min-w-0 gap-0.5 py-1">
            {value ? (
              <Value label={label} value={value} />
            ) : (
              <span className="text-muted">{why ?? detailWords.notKnown}</span>
            )}
            {value && note !== undefined && <span className="text-muted text-xs">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps<Value extends FieldValue> {
  readonly label: string;
  readonly value: Value;
}

function Value({ label, value }: ValueProps<FieldValue>) {
  const { formats } = useWords();
  switch (value.form) {
    case "text":
      return <TextValue label={label} value={value} />;
    case "look":
      return <IconWord icon={value.icon} word={value.word} tone={value.tone} />;
    case "moment":
      return (
        <span>
          <time dateTime={value.at.toISOString()}>{formats.formatExact(value.at)}</time>
          <span className="text-muted"> · {value.elapsed}</span>
        </span>
      );
    case "progress":
      return <ProgressBar percent={value.percent} />;
  }
}

/** What is copied is what is seen: a control letter in a pasted name could run as a command. */
function TextValue({ label, value }: ValueProps<Extract<FieldValue, { form: "text" }>>) {
  const { copyWords } = useWords();
  const shown = useRef<HTMLElement>(null);
  const text = showControls(value.text);
  return (
    <span className="flex items-start gap-1">
      <bdi
        ref={shown}
        className={`min-w-0 flex-1 ${value.isCode ? "py-px font-mono text-xs leading-5" : ""}`}
      >
        {text}
      </bdi>
      {value.isCopied && (
        <span className="-my-1 shrink-0">
          <CopyButton key={text} text={text} shown={shown} words={copyWords} about={label} />
        </span>
      )}
    </span>
  );
}
