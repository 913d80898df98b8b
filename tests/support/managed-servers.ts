import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { RollcallHere, RollcallServers } from "@/lib/rollcall";
import { createHere } from "@/lib/servers/manage-here";
import { createServers } from "@/lib/servers/manage-servers";
import { type OpenSources, openSources } from "@/lib/servers/open-sources";
import type { Operator } from "@/lib/sessions/operator";
import type { KnownServer, ServerDraft } from "@/lib/sessions/server";
import type { Store } from "@/lib/store/store";
import type { RealSshd } from "./real-sshd";
import { openScratchStore } from "./scratch-store";

export const anna: Operator = {
  name: "anna",
  sees: "everything",
  mayAct: true,
  address: null,
  panelSessionId: null,
};

/** Rollcall's servers without its pages, on a store and a key file of their own. */
export interface ManagedServers {
  readonly store: Store;
  readonly keyFile: string;
  sources: OpenSources;
  servers: RollcallServers;
  here: RollcallHere;
  /** All lines of the log. */
  logged(): string;
  /** The id; a refusal throws. */
  save(draft: ServerDraft): Promise<string>;
  find(name: string): Promise<KnownServer | undefined>;
  /** Closes and opens all, as a restart does. */
  restart(options?: { readonly keyFile?: string; readonly configFile?: string }): Promise<void>;
  remove(): Promise<void>;
}

export async function openManagedServers(): Promise<ManagedServers> {
  const { store, remove } = await openScratchStore();
  const folder = await mkdtemp(join(tmpdir(), "rollcall-managed-"));
  const keyFile = join(folder, "rollcall.key");
  const lines: string[] = [];
  const log = pino({}, { write: (line) => lines.push(line) });
  const open = async (
    options: { readonly keyFile?: string; readonly configFile?: string } = {},
  ) => {
    const env = { configFile: null, keyFile, variables: {}, ...options };
    const sources = await openSources(env, store, { log });
    return {
      sources,
      servers: createServers(store, sources),
      here: createHere(store, sources),
    };
  };
  const managed: ManagedServers = {
    ...(await open()),
    store,
    keyFile,
    logged: () => lines.join(""),
    async save(draft) {
      const saved = await managed.servers.save(draft, anna);
      if (saved.status === "saved") return saved.id;
      throw new Error(JSON.stringify(saved.problems));
    },
    async find(name) {
      const servers = await managed.servers.list(anna);
      return servers.find((server) => server.name === name);
    },
    async restart(options) {
      await managed.sources.close();
      Object.assign(managed, await open(options));
    },
    async remove() {
      await managed.sources.close();
      await remove();
      await rm(folder, { recursive: true });
    },
  };
  return managed;
}

type SshDraft = Extract<ServerDraft["via"], { kind: "ssh" }>;

/** A server that nothing answers for, with a password and one source, but for what is changed. */
export function toDraft(name: string, change: Partial<SshDraft> = {}): ServerDraft {
  const credential = { kind: "password", password: "a secret password" } as const;
  const login = { user: "rollcall", credential, hostKey: null } as const;
  return {
    id: null,
    name,
    via: { kind: "ssh", host: "127.0.0.1", port: 1, ...login, ...change },
    sources: [{ provider: "vsftpd", settings: {} }],
  };
}

export function toSshdDraft(name: string, sshd: RealSshd): ServerDraft {
  const { host, port, user, privateKey, fingerprint: hostKey } = sshd;
  const credential = { kind: "privateKey", privateKey, passphrase: null } as const;
  return toDraft(name, { host, port, user, credential, hostKey });
}
