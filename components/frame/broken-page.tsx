"use client";

import { Bug, Database } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import type { Words } from "@/components/words/words";
import { digestOf, noDatabaseDigest } from "./digest";

export interface BrokenProps {
  readonly error: unknown;
  readonly retry: () => void;
}

interface BrokenPageProps extends BrokenProps {
  readonly words: Words["brokenWords"];
}

/** Shown for a mistake in Rollcall itself. What servers do wrong is never shown like this. */
export function BrokenPage({ error, retry, words }: BrokenPageProps) {
  const logNumber = digestOf(error);
  if (logNumber === noDatabaseDigest) {
    return (
      <FullNote icon={Database} tone="danger" title={<h1>{words.noDatabaseTitle}</h1>}>
        <p className="text-muted">{words.noDatabase}</p>
        <Button onClick={retry}>{words.again}</Button>
      </FullNote>
    );
  }
  return (
    <FullNote icon={Bug} tone="danger" title={<h1>{words.title}</h1>}>
      <p className="text-muted">{words.body}</p>
      {logNumber && (
        <p className="text-muted">
          {words.logNumber} <code className="font-mono text-text">{logNumber}</code>
        </p>
      )}
      <Button onClick={retry}>{words.again}</Button>
    </FullNote>
  );
}
