import { z } from "zod";
import { isService } from "./is-service";
import { type Roll, sessionsOf } from "./roll";
import type { KnownServer } from "./server";
import { sessionKinds } from "./session";

/** How one tool stands, as the side bar and the cards show it. */
export const toolSchema = z
  .strictObject({
    kind: z.enum([...sessionKinds, "servers"]),
    /** Sessions that are known, or servers; null when no source has an answer to show. Services are not people. */
    count: z.int().nullable(),
    sourceCount: z.int(),
    silentServers: z.array(z.string()).readonly(),
    staleServers: z.array(z.string()).readonly(),
  })
  .readonly();
export type ToolState = z.infer<typeof toolSchema>;
export type ToolKind = ToolState["kind"];

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
