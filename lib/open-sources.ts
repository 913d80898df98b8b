import type { Config, RefreshTimes, ServerConfig } from "@/lib/config/config";
import { readConfig } from "@/lib/config/read-config";
import type { Env } from "@/lib/env";
import { openJumpHosts } from "@/lib/jump-hosts";
import type { Log } from "@/lib/log";
import { createProviders } from "@/lib/providers/registry";
import { findRunning } from "@/lib/sessions/find-running";
import { withFtpAccounts } from "@/lib/sessions/ftp-accounts";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { Transport } from "@/lib/sessions/transport";
import { type WatchedSource, watchSource } from "@/lib/sessions/watched-source";
import type { Store } from "@/lib/store/store";
import { createLocalTransport } from "@/lib/transports/local";
import { createSshTransport } from "@/lib/transports/ssh";

export interface OpenSources {
  readonly refresh: RefreshTimes;
  /** All sources known by now. */
  current(): readonly WatchedSource[];
  /** Without a configuration file: adds what has begun to run on this machine. */
  findMore(): Promise<void>;
  reportBug(error: unknown, sourceId: string): void;
  close(): Promise<void>;
}

/** Reads the configuration and opens every source it names. Nothing is asked of any server yet. */
export async function openSources(
  { configFile, variables }: Pick<Env, "configFile" | "variables">,
  store: Store,
  log: Log,
): Promise<OpenSources> {
  const providers = createProviders(store.panelSessions);
  const config = configFile ? await readConfig(configFile, providers, variables) : withoutFile;
  const reportBug = (error: unknown, sourceId: string) =>
    log.error({ err: error, source: sourceId }, "a source failed in a way no server can cause");
  const opened = createOpened(config, store, reportBug);

  for (const server of withPanel(config.servers, providers)) {
    const transport = opened.connect(server);
    for (const { provider, settings } of server.sources) {
      opened.add(server.name, { provider, settings }, transport);
    }
  }
  return {
    refresh: config.refresh,
    current: () => opened.sources,
    reportBug,
    findMore: configFile ? async () => undefined : createFinder(providers, opened),
    close: opened.close,
  };
}

interface Named {
  readonly provider: SessionProvider;
  readonly settings: unknown;
}

type Opened = ReturnType<typeof createOpened>;

/** What has been opened, and the ways to open more. */
function createOpened(
  { refresh, ftpAccounts }: Config,
  { trustedHostKeys }: Store,
  reportBug: OpenSources["reportBug"],
) {
  const jumpHosts = openJumpHosts(trustedHostKeys);
  const transports: Transport[] = [];
  const sources: WatchedSource[] = [];
  const watch = { timeoutMs: refresh.timeoutSeconds * 1000, now: () => new Date(), reportBug };
  return {
    transports,
    sources,
    watch,

    connect({ name, ssh }: Pick<ServerConfig, "name" | "ssh">): Transport {
      const transport = ssh
        ? createSshTransport({
            ...ssh,
            way: jumpHosts.wayTo(ssh),
            trustedFingerprint: async () =>
              ssh.hostKey ?? (await trustedHostKeys.find(name)) ?? null,
          })
        : createLocalTransport();
      transports.push(transport);
      return transport;
    },

    add(server: string, { provider, settings }: Named, transport: Transport): WatchedSource {
      const id = freeId(`${server}/${provider.name}`, sources);
      const source = withFtpAccounts(provider.open(id, settings, transport), ftpAccounts);
      const label = { id, server, provider: provider.name, kind: provider.kind };
      const watched = watchSource(label, source, watch);
      sources.push(watched);
      return watched;
    },

    async close() {
      await Promise.all(transports.map((transport) => transport.close()));
      jumpHosts.close();
    },

    remove(source: WatchedSource): void {
      sources.splice(sources.indexOf(source), 1);
    },
  };
}

/**
 * Finds what runs on this machine, each daemon once, and forgets what was found and has not been
 * there for long; who asks while it looks waits for the same answer.
 */
function createFinder(
  providers: readonly SessionProvider[],
  { transports, watch, add, remove }: Opened,
): () => Promise<void> {
  const local = createLocalTransport();
  transports.push(local);
  const known = new Map<string, WatchedSource>();
  let finding: Promise<void> | undefined;

  const find = async () => {
    const present = new Set<string>();
    for (const found of await findRunning(providers, local, watch)) {
      const key = JSON.stringify([found.provider.name, found.settings]);
      present.add(key);
      if (!known.has(key)) known.set(key, add(thisServer, found, local));
    }
    for (const [key, source] of known) {
      if (present.has(key) || !hasFailedForLong(source)) continue;
      remove(source);
      known.delete(key);
    }
  };
  return () => {
    finding ??= find().finally(() => {
      finding = undefined;
    });
    return finding;
  };
}

const forgetAfterMs = 600_000;

function hasFailedForLong(source: WatchedSource): boolean {
  const latest = source.latest();
  if (!latest || latest.state === "answered") return false;
  return Date.now() - latest.failingSince.getTime() >= forgetAfterMs;
}

const thisServer = "this-server";

const withoutFile: Config = {
  servers: [],
  ftpAccounts: [],
  refresh: { watchedSeconds: 1, unwatchedSeconds: 30, timeoutSeconds: 5 },
};

/** Rollcall's own sessions are always listed, under the name of the machine it runs on. */
function withPanel(
  servers: readonly ServerConfig[],
  providers: readonly SessionProvider[],
): readonly ServerConfig[] {
  const isNamed = servers.some(({ sources }) =>
    sources.some(({ provider }) => provider.name === "panel"),
  );
  if (isNamed) return servers;
  const panel = providers
    .filter(({ name }) => name === "panel")
    .map((provider) => ({ provider, settings: {} }));
  const here = servers.find(({ ssh }) => !ssh)?.name ?? thisServer;
  return [{ name: here, sources: panel }, ...servers];
}

/** Two daemons of the same software on one server are two sources. */
function freeId(id: string, sources: readonly WatchedSource[]): string {
  const same = sources.filter(({ label }) => label.id === id || label.id.startsWith(`${id}-`));
  return same.length === 0 ? id : `${id}-${same.length + 1}`;
}
