import type { ServerConfig, SshAddress } from "@/lib/config/config";
import { ConfigError } from "@/lib/config/config-error";
import { readImport } from "@/lib/config/read-import";
import { writeConfig } from "@/lib/config/write-config";
import { type ImportProblem, type ServerDraft, serverDraftSchema } from "@/lib/sessions/server";
import { toReason } from "@/lib/sessions/to-reason";
import { toPinName } from "@/lib/store/servers";
import { whyNotNamed } from "./check-draft";
import type { OpenSources } from "./open-sources";

export function toYaml({ stored }: OpenSources, pinned: ReadonlyMap<string, string>): string {
  const rows = [...stored.values()].map(({ row }) => row);
  return writeConfig(
    rows
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map(({ id, name, ssh, sources }) => ({
        name,
        ssh: ssh && { ...ssh, hostKey: pinned.get(toPinName(id)) ?? null },
        sources,
      })),
  );
}

type Read =
  | { readonly status: "read"; readonly drafts: readonly ServerDraft[] }
  | { readonly status: "wrong"; readonly problems: readonly ImportProblem[] };

/** A server of a name that is stored already is changed, any other is new. */
export function readYaml(text: string, sources: OpenSources): Read {
  const ids = new Map([...sources.stored.values()].map(({ row }) => [row.name, row.id]));
  const { providers } = sources;
  try {
    const servers = readImport(text, {
      providers,
      whyNotNamed: (name) => whyNotNamed(name, sources, ids.get(name) ?? null),
    });
    return toDrafts(servers, ids);
  } catch (error) {
    if (error instanceof ConfigError) return { status: "wrong", problems: error.problems };
    throw error;
  }
}

function toDrafts(servers: readonly ServerConfig[], ids: ReadonlyMap<string, string>): Read {
  const parsed = servers.map((server) => ({
    name: server.name,
    draft: serverDraftSchema.safeParse(toDraft(server, ids.get(server.name) ?? null)),
  }));
  const problems = parsed.flatMap(({ name, draft }) =>
    (draft.error?.issues ?? []).map(({ path, message }) => ({
      place: `import: ${name}: ${path.join(".")}`,
      why: toReason(message),
    })),
  );
  if (problems.length > 0) return { status: "wrong", problems };
  return { status: "read", drafts: parsed.flatMap(({ draft }) => draft.data ?? []) };
}

function toDraft({ name, ssh, sources }: ServerConfig, id: string | null) {
  return {
    id,
    name,
    via: ssh ? toVia(ssh) : { kind: "local" },
    sources: sources.map(({ provider, settings }) => ({ provider: provider.name, settings })),
  };
}

function toVia({ host, port, user, credential, hostKey }: SshAddress) {
  return { kind: "ssh", host, port, user, hostKey, credential: toCredential(credential) };
}

function toCredential(credential: SshAddress["credential"]) {
  if ("password" in credential) return { kind: "password", password: credential.password };
  if ("agent" in credential) throw new Error("an import names no agent");
  return { kind: "privateKey", privateKey: credential.privateKey, passphrase: null };
}
