import { serverName } from "@/components/sessions/server-name";
import type { Words } from "@/components/words/words";
import type { ToolState } from "@/lib/sessions/tool-state";

/** Which servers the count is missing or has old answers from; null when it is whole. */
export function toolTrouble(
  words: Words,
  { silentServers, staleServers }: ToolState,
): string | null {
  const { toolCountWords, formats } = words;
  const list = (servers: readonly string[]) =>
    formats.listNames(servers.map((server) => serverName(words, server)));
  const parts: string[] = [];
  if (silentServers.length > 0) parts.push(toolCountWords.silent(list(silentServers)));
  if (staleServers.length > 0) parts.push(toolCountWords.stale(list(staleServers)));
  return parts.length > 0 ? parts.join(". ") : null;
}
