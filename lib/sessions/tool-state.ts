import { z } from "zod";
import { isService } from "./is-service";
import { type Roll, sessionsOf } from "./roll";
import type { KnownServer } from "./server";
import { sessionKinds } from "./session";

/** In the order of the side bar. */
const toolKinds = [...sessionKinds, "servers", "domains", "users", "audit", "settings"] as const;
export type ToolKind = (typeof toolKinds)[number];

/** How one tool stands, as the side bar and the cards show it. */
export const toolSchema = z
  .strictObject({
    kind: z.enum(toolKinds),
    /** Of what it shows; null when no source has an answer to show. Services are not people. */
    count: z.int().nullable(),
    /** Null for a tool that asks no server: then a count of null is none at all. */
    sourceCount: z.int().nullable(),
    silentServers: z.array(z.string()).readonly(),
    staleServers: z.array(z.string()).readonly(),
  })
  .readonly();
export type ToolState = z.infer<typeof toolSchema>;

export function countRoll({ kind, answers }: Roll): ToolState {
  const serversIn = (state: (typeof answers)[number]["state"]) => [
    ...new Set(answers.filter((one) => one.state === state).map((one) => one.source.server)),
  ];
  const people = answers.flatMap(sessionsOf).filter((session) => !isService(session));
  return {
    kind,
    count: answers.some((one) => one.state !== "silent") ? people.length : null,
    sourceCount: answers.length,
    silentServers: serversIn("silent"),
    staleServers: serversIn("stale"),
  };
}

/** A tool that asks no server. */
export function toPlainTool(kind: ToolKind, count: number | null = null): ToolState {
  return { kind, count, sourceCount: null, silentServers: [], staleServers: [] };
}

export function isUncounted({ count, sourceCount }: ToolState): boolean {
  return count === null && sourceCount === null;
}

export function countServers(servers: readonly KnownServer[]): ToolState {
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
