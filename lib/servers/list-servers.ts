import type { ServerConfig, SshAddress } from "@/lib/config/config";
import type { KnownServer, ServerSource, ServerWay } from "@/lib/sessions/server";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import { toPinName } from "@/lib/store/servers";
import type { OpenSource } from "./open-servers";
import type { OpenSources } from "./open-sources";
import type { StoredServer } from "./stored-servers";

type Pinned = ReadonlyMap<string, string>;

/** All servers by name, with the latest answer of each of their sources. Asks none of them. */
export function listServers(
  { locked, stored, servers, providers, hasFile }: OpenSources,
  pinned: Pinned,
): readonly KnownServer[] {
  const sourcesOf = (name: string) => servers.sourcesOf(name).map(toServerSource);
  return [
    ...locked.map(({ name, ssh }) => ({
      id: null,
      lockedBy: hasFile ? ("file" as const) : ("found" as const),
      name,
      via: toWay(name, ssh, pinned),
      sources: sourcesOf(name),
      problem: null,
    })),
    ...[...stored.values()].map(({ row, problem }) => ({
      id: row.id,
      lockedBy: null,
      name: row.name,
      via: toStoredWay(row, pinned),
      sources: problem === null ? sourcesOf(row.name) : toClosedSources(row, providers),
      problem,
    })),
  ].toSorted((one, other) => one.name.localeCompare(other.name));
}

function toServerSource({ provider, settings, watched }: OpenSource): ServerSource {
  const { name, title, kind } = provider;
  const { id } = watched.label;
  const answer = watched.latest() ?? null;
  return { id, provider: name, title, kind, settings, answer, lookMs: watched.lookMs() };
}

/** Of a server that cannot be opened: what would be asked there. */
function toClosedSources(
  { name: server, sources }: StoredServer["row"],
  providers: readonly SessionProvider[],
): readonly ServerSource[] {
  return sources.flatMap(({ provider: providerName, settings }) =>
    providers
      .filter(({ name }) => name === providerName)
      .map(({ name, title, kind }) => ({
        id: `${server}/${name}`,
        provider: name,
        title,
        kind,
        settings,
        answer: null,
        lookMs: null,
      })),
  );
}

function toWay(name: string, ssh: ServerConfig["ssh"], pinned: Pinned): ServerWay {
  if (!ssh) return { kind: "local" };
  const { host, port, user, credential, jump } = ssh;
  return {
    kind: "ssh",
    host,
    port,
    user,
    credential: toKind(credential),
    hostKey: ssh.hostKey ?? pinned.get(name) ?? null,
    jump: jump ? { host: jump.host, port: jump.port } : null,
  };
}

function toKind(credential: SshAddress["credential"]) {
  if ("password" in credential) return "password";
  return "agent" in credential ? "agent" : "privateKey";
}

function toStoredWay({ id, ssh }: StoredServer["row"], pinned: Pinned): ServerWay {
  if (!ssh) return { kind: "local" };
  const { host, port, user, credentialKind: credential } = ssh;
  const hostKey = pinned.get(toPinName(id)) ?? null;
  return { kind: "ssh", host, port, user, credential, hostKey, jump: null };
}
