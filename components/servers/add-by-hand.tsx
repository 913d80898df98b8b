"use client";

import { useId, useState } from "react";
import { sourceTitle } from "@/components/sessions/source-title";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { addByHand, type OfferedSource } from "./offered-source";

const providers = ["proftpd", "pureftpd", "vsftpd", "windows", "linux-logins"] as const;

interface AddByHandProps {
  readonly sources: readonly OfferedSource[];
  readonly onChange: (sources: readonly OfferedSource[]) => void;
}

/** For what does not run now, or is on a server that does not answer yet. */
export function AddByHand({ sources, onChange }: AddByHandProps) {
  const words = useWords();
  const { findingWords } = words;
  const id = useId();
  const [provider, setProvider] = useState<string>(providers[0]);
  return (
    <details className="text-[0.8125rem]">
      <summary className="w-fit rounded-md text-muted hover:text-text">
        {findingWords.addByHand}
      </summary>
      <div className="mt-2 flex items-end gap-2">
        <div className="grid flex-1 gap-1.5">
          <label htmlFor={id}>{findingWords.software}</label>
          <select
            id={id}
            value={provider}
            onChange={({ target }) => setProvider(target.value)}
            className="h-9 w-full rounded-lg border border-edge bg-card px-2.5"
          >
            {providers.map((name) => (
              <option key={name} value={name}>
                {sourceTitle(words, name)}
              </option>
            ))}
          </select>
        </div>
        <Button onClick={() => onChange(addByHand(words, sources, provider))}>
          {findingWords.add}
        </Button>
      </div>
    </details>
  );
}
