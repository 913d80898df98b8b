import { remarkCount, troublesOf } from "@/components/servers/server-health";
import type { ServerView } from "@/components/servers/server-view";
import { bareReason } from "@/components/sessions/bare-reason";
import type { Words } from "@/components/words/words";

/** Why a server needs attention, a sentence a reason. */
export function troubleLines(words: Words, server: ServerView): readonly string[] {
  const { serverWords, briefLimits } = words;
  const { name, problem, sources, id } = server;
  if (problem !== null) return [serverWords.cannotBeUsed(name, bareReason(words, problem))];
  if (sources.length === 0)
    return [`${serverWords.nothingThere} ${id === null ? "" : serverWords.nothingAdvice}`];
  const troubles = troublesOf(server).map(({ sentence }) => sentence);
  if (troubles.length > 0 || remarkCount(server) === 0) return troubles;
  return sources.flatMap(({ title, asked }) => {
    const limits = asked?.limits.map(({ code }) => briefLimits[code]) ?? [];
    return limits.length > 0 ? [`${title}: ${limits.join(", ")}`] : [];
  });
}
