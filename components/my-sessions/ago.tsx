import { formatElapsed } from "@/components/format/format-elapsed";
import { secondsBetween } from "@/components/format/seconds-between";

interface AgoProps {
  readonly at: Date;
  readonly asOf: Date;
  /** Stands before the exact time. */
  readonly before: string;
  readonly say: (elapsed: string) => string;
}

/** By the server's clock, so that the browser's does not matter. */
export function Ago({ at, asOf, before, say }: AgoProps) {
  return (
    <time dateTime={at.toISOString()} data-before={before}>
      {say(formatElapsed(secondsBetween(at, asOf)))}
    </time>
  );
}
