import type { Config, ServerConfig } from "@/lib/config/config";
import { withFtpAccounts } from "@/lib/sessions/ftp-accounts";
import { type AccountBook, withKnownAccounts } from "@/lib/sessions/known-accounts";
import type { Transport } from "@/lib/sessions/transport";
import { type WatchedSource, type WatchSettings, watchSource } from "@/lib/sessions/watched-source";
import type { TrustedHostKeys } from "@/lib/store/trusted-host-keys";
import { createLocalTransport } from "@/lib/transports/local";
import { createSshTransport } from "@/lib/transports/ssh";
import { openJumpHosts } from "./jump-hosts";

type NamedSource = ServerConfig["sources"][number];

export interface OpenSource extends NamedSource {
  readonly watched: WatchedSource;
}

/** The servers that are open now, each with a transport and sources of its own. */
export interface OpenServers {
  /** The sources of all. */
  current(): readonly WatchedSource[];
  /** In the order they were opened; none where that server is not open. */
  sourcesOf(server: string): readonly OpenSource[];
  open(server: ServerConfig): void;
  /** Whoever waits for an answer of it is told that it was closed. */
  close(server: string): Promise<void>;
  closeAll(): Promise<void>;
  /** One more source on a server that is open. */
  add(server: string, source: NamedSource): WatchedSource;
  drop(server: string, watched: WatchedSource): void;
}

interface OpenServer {
  readonly transport: Transport;
  readonly sources: readonly OpenSource[];
}

export function createOpenServers(
  { ftpAccounts, accounts }: Pick<Config, "ftpAccounts"> & { readonly accounts: () => AccountBook },
  trustedHostKeys: Pick<TrustedHostKeys, "find">,
  watch: WatchSettings,
): OpenServers {
  const jumpHosts = openJumpHosts(trustedHostKeys);
  const servers = new Map<string, OpenServer>();
  let current: readonly WatchedSource[] = [];

  const put = (name: string, server: OpenServer | undefined) => {
    if (server) servers.set(name, server);
    else servers.delete(name);
    current = [...servers.values()].flatMap(({ sources }) => sources.map(({ watched }) => watched));
  };

  const connect = ({ name, ssh, pinName = name }: ServerConfig) =>
    ssh
      ? createSshTransport({
          ...ssh,
          way: jumpHosts.wayTo(ssh),
          trustedFingerprint: async () =>
            ssh.hostKey ?? (await trustedHostKeys.find(pinName)) ?? null,
        })
      : createLocalTransport();

  const add = (name: string, source: NamedSource) => {
    const server = servers.get(name);
    if (!server) throw new Error(`${name} is not open`);
    const { provider, settings } = source;
    const id = toFreeId(`${name}/${provider.name}`, server.sources);
    const opened = withFtpAccounts(provider.open(id, settings, server.transport), ftpAccounts);
    const label = { id, server: name, provider: provider.name, kind: provider.kind };
    const watched = withKnownAccounts(watchSource(label, opened, watch), accounts);
    put(name, { ...server, sources: [...server.sources, { ...source, watched }] });
    return watched;
  };

  return {
    current: () => current,
    sourcesOf: (name) => servers.get(name)?.sources ?? [],
    add,
    open(server) {
      const { name, sources } = server;
      put(name, { transport: connect(server), sources: [] });
      for (const source of sources) add(name, source);
    },
    async close(name) {
      const server = servers.get(name);
      put(name, undefined);
      await server?.transport.close();
    },
    async closeAll() {
      await Promise.all([...servers.values()].map(({ transport }) => transport.close()));
      jumpHosts.close();
    },
    drop(name, watched) {
      const server = servers.get(name);
      if (!server) return;
      const sources = server.sources.filter((source) => source.watched !== watched);
      put(name, { ...server, sources });
    },
  };
}

/** Two daemons of the same software on one server are two sources. */
function toFreeId(id: string, sources: readonly OpenSource[]): string {
  const taken = new Set(sources.map(({ watched }) => watched.label.id));
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
