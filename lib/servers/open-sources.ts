import type { Config, OpenIdConnect, RefreshTimes, ServerConfig } from "@/lib/config/config";
import { readConfig } from "@/lib/config/read-config";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log";
import { createProviders } from "@/lib/providers/registry";
import { type AccountBook, emptyBook } from "@/lib/sessions/known-accounts";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { WatchedSource } from "@/lib/sessions/watched-source";
import { type Credentials, openCredentials } from "@/lib/store/credentials";
import type { Store } from "@/lib/store/store";
import { createFinderHere, type FinderHere } from "./find-here";
import { createOpenServers, type OpenServers } from "./open-servers";
import { type StoredServer, toStoredServer } from "./stored-servers";

export interface OpenSources {
  readonly refresh: RefreshTimes;
  /** Undefined where people sign in here alone. */
  readonly openIdConnect: OpenIdConnect | undefined;
  readonly providers: readonly SessionProvider[];
  readonly servers: OpenServers;
  readonly credentials: Credentials;
  /** Servers that nobody changes on the page: of the configuration file, and this machine. */
  readonly locked: readonly ServerConfig[];
  /** Whether there is a configuration file, which names them. */
  readonly hasFile: boolean;
  readonly here: ListedHere;
  /** By id. */
  readonly stored: ReadonlyMap<string, StoredServer>;
  /** Opens the server anew as it is in the row now, and closes it as it was; no other is touched. */
  put(row: StoredServer["row"]): Promise<void>;
  /** Closes the server for good. */
  remove(id: string): Promise<void>;
  /** All sources known by now. */
  current(): readonly WatchedSource[];
  /** Adds what has begun to run on this machine, unless a person has said what there is on it. */
  findMore(): Promise<void>;
  reportBug(error: unknown, sourceId: string): void;
  close(): Promise<void>;
}

/** What is listed of the machine Rollcall runs on. */
interface ListedHere {
  /** The server that stands for it while nobody has said what there is on it. */
  readonly server: string;
  /** Who has; null while what runs there is found. */
  decidedBy(): "file" | "server" | null;
  /** By source key: what a person does not want listed. */
  readonly unlisted: ReadonlySet<string>;
  setListed(key: string, isListed: boolean): Promise<void>;
}

interface Surroundings {
  readonly log: Log;
  /** The FTP accounts that are stored; none unless said. */
  readonly accounts?: () => AccountBook;
}

/** Reads the configuration and opens every source that it or the store names. Nothing is asked of any server yet. */
export async function openSources(
  { configFile, keyFile, variables }: Pick<Env, "configFile" | "keyFile" | "variables">,
  store: Store,
  { log, accounts = () => emptyBook }: Surroundings,
): Promise<OpenSources> {
  const providers = createProviders(store.panelSessions);
  const config = configFile ? await readConfig(configFile, providers, variables) : withoutFile;
  const reportBug = (error: unknown, sourceId: string) =>
    log.error({ err: error, source: sourceId }, "a source failed in a way no server can cause");
  const { refresh } = config;
  const watch = { timeoutMs: refresh.timeoutSeconds * 1000, now: () => new Date(), reportBug };
  const servers = createOpenServers({ ...config, accounts }, store.trustedHostKeys, watch);
  const locked = withPanel(config.servers, providers);
  for (const server of locked) servers.open(server);

  const credentials = openCredentials(keyFile);
  const lockedNames = new Set(locked.map(({ name }) => name));
  const all = createStored(servers, (row) =>
    toStoredServer(row, { credentials, providers, lockedNames }),
  );
  for (const row of await store.servers.list()) await all.put(row);

  const hasLocal = () => [...all.stored.values()].some(({ row }) => !row.ssh);
  const decidedByServer = () => (hasLocal() ? "server" : null);
  const decidedBy = () => (configFile ? "file" : decidedByServer());
  const unlisted = new Set(await store.unlistedSources.list());
  const finder = createFinderHere(providers, servers, watch, {
    server: thisServer,
    isWanted: () => decidedBy() === null,
    unlisted,
  });
  return {
    ...all,
    refresh,
    openIdConnect: config.openIdConnect,
    providers,
    servers,
    credentials,
    locked,
    hasFile: configFile !== null,
    here: { server: thisServer, decidedBy, unlisted, setListed: openListing(unlisted, finder) },
    current: servers.current,
    reportBug,
    findMore: finder.find,
    async close() {
      await Promise.all([servers.closeAll(), finder.close()]);
    },
  };
}

/** A source that is not wanted is dropped before this resolves, and one that is wanted again is found. */
function openListing(unlisted: Set<string>, finder: FinderHere): ListedHere["setListed"] {
  return async (key, isListed) => {
    if (isListed) unlisted.delete(key);
    else unlisted.add(key);
    finder.forgetUnlisted();
    if (isListed) await finder.find();
  };
}

/** Keeps what is open in step with what is stored. */
function createStored(
  servers: OpenServers,
  toStored: (row: StoredServer["row"]) => Promise<StoredServer>,
): Pick<OpenSources, "stored" | "put" | "remove"> {
  const stored = new Map<string, StoredServer>();

  const closeFormer = async (former: StoredServer | undefined) => {
    if (former?.config) await servers.close(former.config.name);
  };
  return {
    stored,
    async remove(id) {
      const former = stored.get(id);
      stored.delete(id);
      await closeFormer(former);
    },
    async put(row) {
      const server = await toStored(row);
      const closing = closeFormer(stored.get(row.id));
      stored.set(row.id, server);
      if (server.config) servers.open(server.config);
      await closing;
    },
  };
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
  const here = servers.find(({ ssh }) => !ssh) ?? servers.find(({ name }) => name === thisServer);
  if (!here) return [{ name: thisServer, sources: panel }, ...servers];
  return servers.map((server) =>
    server === here ? { ...server, sources: [...panel, ...server.sources] } : server,
  );
}
