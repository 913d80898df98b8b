"use client";

import { Bug } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FullNote } from "@/components/ui/full-note";
import { words } from "@/components/words";

export interface BrokenPageProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Shown for a mistake in Rollcall itself. What servers do wrong is never shown like this. */
export function BrokenPage({ error, retry }: BrokenPageProps) {
  const logNumber = digestOf(error);
  return (
    <FullNote icon={Bug} tone="danger" title={<h1>{words.broken.title}</h1>}>
      <p className="text-muted">{words.broken.body}</p>
      {logNumber && (
        <p className="text-muted">
          {words.broken.logNumber} <code className="font-mono text-text">{logNumber}</code>
        </p>
      )}
      <Button onClick={retry}>{words.broken.again}</Button>
    </FullNote>
  );
}

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
