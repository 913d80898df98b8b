"use client";

import { Bug } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import { brokenWords } from "./broken-words";

export interface BrokenPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Shown for a mistake in Rollcall itself. What servers do wrong is never shown like this. */
export function BrokenPage({ error, retry }: BrokenPageProps) {
  const logNumber = digestOf(error);
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

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
