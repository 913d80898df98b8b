"use client";

import { Bug, Database } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import { brokenWords } from "./broken-words";
import { digestOf, noDatabaseDigest } from "./digest";

export interface BrokenPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Shown for a mistake in Rollcall itself. What servers do wrong is never shown like this. */
export function BrokenPage({ error, retry }: BrokenPageProps) {
  const logNumber = digestOf(error);
  if (logNumber === noDatabaseDigest) {
    return (
      <FullNote icon={Database} tone="danger" title={<h1>{brokenWords.noDatabaseTitle}</h1>}>
        <p className="text-muted">{brokenWords.noDatabase}</p>
        <Button onClick={retry}>{brokenWords.again}</Button>
      </FullNote>
    );
  }
  return (
    <FullNote icon={Bug} tone="danger" title={<h1>{brokenWords.title}</h1>}>
      <p className="text-muted">{brokenWords.body}</p>
      {logNumber && (
        <p className="text-muted">
          {brokenWords.logNumber} <code className="font-mono text-text">{logNumber}</code>
        </p>
      )}
      <Button onClick={retry}>{brokenWords.again}</Button>
    </FullNote>
  );
}
