import type { ServerConfig, SshAddress } from "@/lib/config/config";
import { type Reason, reason } from "@/lib/sessions/reason";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { Credentials, StoredCredential } from "@/lib/store/credentials";
import { KeyFileError } from "@/lib/store/key-file";
import { type ServerRow, toPinName } from "@/lib/store/servers";

/** A server that was added on the page. */
export interface StoredServer {
  readonly row: ServerRow;
  /** What opens it; null where there is a problem. */
  readonly config: ServerConfig | null;
  /** Why it cannot be used. */
  readonly problem: Reason | null;
}

export interface StoredServerRules {
  readonly credentials: Pick<Credentials, "unseal">;
  readonly providers: readonly SessionProvider[];
  /** Names that servers of the configuration file have. */
  readonly lockedNames: ReadonlySet<string>;
}

/** Never fails as a whole: what cannot be used is kept as it is, and says why. */
export async function toStoredServer(
  row: ServerRow,
  rules: StoredServerRules,
): Promise<StoredServer> {
  const toProblem = (problem: Reason) => ({ row, config: null, problem });
  if (rules.lockedNames.has(row.name)) {
    return toProblem(reason("nameOfFile"));
  }
  const sources = row.sources.map(({ provider: name, settings }) => ({
    provider: rules.providers.find((known) => known.name === name),
    name,
    settings,
  }));
  const unusable = sources.find(
    ({ provider, settings }) => !provider?.settingsSchema.safeParse(settings).success,
  );
  if (unusable) return toProblem(reason("sourceUnopenable", { name: unusable.name }));
  const opened = sources.flatMap(({ provider, settings }) =>
    provider ? [{ provider, settings }] : [],
  );
  const { id, name, ssh } = row;
  if (!ssh) return { row, config: { name, sources: opened }, problem: null };
  try {
    const credential = toSshCredential(await rules.credentials.unseal(id, ssh.credential));
    const { host, port, user } = ssh;
    const address = { host, port, user, credential, hostKey: null };
    const config = { name, ssh: address, pinName: toPinName(id), sources: opened };
    return { row, config, problem: null };
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    return toProblem(error.reason);
  }
}

export function toSshCredential(credential: StoredCredential): SshAddress["credential"] {
  if (credential.kind === "password") return { password: credential.password };
  const { privateKey, passphrase } = credential;
  return passphrase === null ? { privateKey } : { privateKey, passphrase };
}
