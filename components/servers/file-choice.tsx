"use client";

import { FileText } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";

interface FileChoiceProps {
  readonly label: string;
  readonly mostBytes: number;
  readonly onText: (text: string) => void;
}

/** A file that is read here, in the browser. */
export function FileChoice({ label, mostBytes, onText }: FileChoiceProps) {
  const { serverFormWords } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState<string | null>(null);

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (!file) return;
    setTooLarge(file.size > mostBytes ? file.name : null);
    if (file.size <= mostBytes) onText(await file.text());
    // So that the same file can be chosen again after it has changed.
    target.value = "";
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={input}
        type="file"
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => void read(event)}
      />
      <Button onClick={() => input.current?.click()}>
        <FileText aria-hidden="true" className="size-4" />
        {label}
      </Button>
      {tooLarge !== null && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {serverFormWords.fileTooLarge(tooLarge)}
        </p>
      )}
    </div>
  );
}
