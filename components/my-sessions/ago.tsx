import { secondsBetween } from "@/components/format/seconds-between";
import { useWords } from "@/components/words/use-words";

interface AgoProps {
  readonly at: Date;
  readonly asOf: Date;
  /** Stands before the exact time. */
  readonly before: string;
  readonly say: (elapsed: string) => string;
}

/** By the server's clock, so that the browser's does not matter. */
export function Ago({ at, asOf, before, say }: AgoProps) {
  const { formats } = useWords();
  return (
    <time dateTime={at.toISOString()} data-before={before}>
      {say(formats.formatElapsed(secondsBetween(at, asOf)))}
    </time>
  );
}
