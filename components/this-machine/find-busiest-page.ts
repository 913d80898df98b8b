import { toolLooks } from "@/components/tools/tool-looks";
import type { SourceHere } from "@/lib/sessions/here";

type Counted = Pick<SourceHere, "kind" | "sessionCount" | "isListed">;

/** Where a person finds sessions of this machine: of people first, else of what is listed; null where nothing is. */
export function findBusiestPage(sources: readonly Counted[]): string | null {
  const [busiest] = sources
    .filter(({ isListed }) => isListed)
    .toSorted((one, other) => (other.sessionCount ?? -1) - (one.sessionCount ?? -1));
  return busiest ? toolLooks[busiest.kind].href : null;
}
