import type { Words } from "@/components/words/words";
import type { ToolState } from "@/lib/sessions/tool-state";

/** Which servers the count is missing or has old answers from; null when it is whole. */
export function toolTrouble(
  { toolCountWords, formats: { listNames } }: Words,
  { silentServers, staleServers }: ToolState,
): string | null {
  const parts: string[] = [];
  if (silentServers.length > 0) parts.push(toolCountWords.silent(listNames(silentServers)));
  if (staleServers.length > 0) parts.push(toolCountWords.stale(listNames(staleServers)));
  return parts.length > 0 ? parts.join(". ") : null;
}
