import { type Roll, sessionsOf } from "@/lib/sessions/roll";
import type { KnownServer } from "@/lib/sessions/server";
import type { SessionKind } from "@/lib/sessions/session";

export type ToolKind = SessionKind | "servers";

/** How one tool stands, as the side bar and the cards show it. */
export interface ToolView {
  readonly kind: ToolKind;
  /** Sessions that are known, or servers; null when no source has an answer to show. Services are not people. */
  readonly count: number | null;
  readonly sourceCount: number;
  readonly silentServers: readonly string[];
  readonly staleServers: readonly string[];
}

export function toToolView({ kind, answers }: Roll): ToolView {
  const serversIn = (state: (typeof answers)[number]["state"]) => [
    ...new Set(answers.filter((one) => one.state === state).map((one) => one.source.server)),
  ];
  const sessions = answers.flatMap(sessionsOf);
  const people = sessions.filter((one) => one.kind !== "terminal" || !one.isService);
  return {
    kind,
    count: answers.some((one) => one.state !== "silent") ? people.length : null,
    sourceCount: answers.length,
    silentServers: serversIn("silent"),
    staleServers: serversIn("stale"),
  };
}

export function toServersTool(servers: readonly KnownServer[]): ToolView {
  const stands = servers.map(({ name, problem, sources }) => {
    const states = new Set(sources.map(({ answer }) => answer?.state));
    const isSilent = problem !== null || states.has("silent");
    return { name, isSilent, isStale: !isSilent && states.has("stale") };
  });
  return {
    kind: "servers",
    count: servers.length,
    sourceCount: servers.length,
    silentServers: stands.filter(({ isSilent }) => isSilent).map(({ name }) => name),
    staleServers: stands.filter(({ isStale }) => isStale).map(({ name }) => name),
  };
}
