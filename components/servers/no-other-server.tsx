"use client";

import { Plus, ServerCog } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import { useWords } from "@/components/words/use-words";

interface NoOtherServerProps {
  /** Null where the operator may only see. */
  readonly onAdd: (() => void) | null;
}

export function NoOtherServer({ onAdd }: NoOtherServerProps) {
  const { serverWords } = useWords();
  return (
    <div className="rounded-xl border border-line border-dashed">
      <FullNote icon={ServerCog} tone="calm" title={<h2>{serverWords.onlyHereTitle}</h2>}>
        <p className="text-muted">{onAdd ? serverWords.onlyHereBody : serverWords.onlyHereAsk}</p>
        {onAdd && (
          <Button look="accent" onClick={onAdd}>
            <Plus aria-hidden="true" className="size-4" />
            {serverWords.add}
          </Button>
        )}
      </FullNote>
    </div>
  );
}
