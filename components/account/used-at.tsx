"use client";

import { secondsBetween } from "@/components/format/seconds-between";
import { useWords } from "@/components/words/use-words";

interface UsedAtProps {
  /** Null: not yet. */
  readonly at: Date | null;
  readonly asOf: Date;
}

/** How long ago; the exact time is one hover away. */
export function UsedAt({ at, asOf }: UsedAtProps) {
  const {
    accountWords,
    formats: { formatElapsed },
  } = useWords();
  if (!at) return <span>{accountWords.neverUsed}</span>;
  return (
    <time dateTime={at.toISOString()}>
      {accountWords.lastUsed(formatElapsed(secondsBetween(at, asOf)))}
    </time>
  );
}
