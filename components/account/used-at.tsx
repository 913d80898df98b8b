import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";
import { accountWords } from "./account-words";

interface UsedAtProps {
  /** Null: not yet. */
  readonly at: Date | null;
  readonly asOf: Date;
}

/** How long ago; the exact time is one hover away. */
export function UsedAt({ at, asOf }: UsedAtProps) {
  if (!at) return <span>{accountWords.neverUsed}</span>;
  return (
    <time dateTime={at.toISOString()}>
      {accountWords.lastUsed(formatElapsed(secondsBetween(at, asOf)))}
    </time>
  );
}
