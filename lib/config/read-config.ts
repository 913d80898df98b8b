import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { Config, ServerConfig, SshAddress } from "./config";
import { ConfigError, toConfigError } from "./config-error";
import {
  configSchema,
  looseConfigSchema,
  type ParsedConfig,
  type ParsedLogin,
  type ParsedSsh,
} from "./config-schema";
import { findProblems, toProblems } from "./find-problems";
import { readSecrets, type Secrets } from "./read-secrets";
import { openYaml } from "./yaml-file";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration file whole. Every mistake is reported with its line, and nothing is used
 * of a file that has one. Files it names are relative to its folder.
 * @throws ConfigError
 */
export async function readConfig(
  path: string,
  providers: readonly SessionProvider[],
  variables: Variables,
): Promise<Config> {
  const file = openYaml(basename(path), await readText(path), variables);
  const parsed = configSchema.safeParse(file.value ?? {});
  const loose = looseConfigSchema.parse(file.value);
  const secrets = await readSecrets(loose, dirname(resolve(path)), file);
  const found = [
    ...(parsed.success ? [] : toProblems(parsed.error, [], file)),
    ...findProblems(loose, providers, file),
    ...secrets.problems,
  ];
  // What is wrong with an empty text says nothing where a variable is missing.
  const isUnset = new Set(file.unset.map((problem) => problem.path));
  const problems = [...file.unset, ...found.filter((problem) => !isUnset.has(problem.path))];
  if (!parsed.success || problems.length > 0) throw toConfigError(problems);

  const { servers, ftpAccounts, refresh } = parsed.data;
  const opened = servers.map((server, index) => toServer(server, index, providers, secrets));
  return { servers: opened, ftpAccounts, refresh };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "this account has no right to read it",
};

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = reasons[String(error.code)] ?? error.message;
    throw new ConfigError([
      `The configuration file ${path} cannot be read: ${reason}; set ROLLCALL_CONFIG to one that can.`,
    ]);
  }
}

function toServer(
  { name, via, sources }: ParsedConfig["servers"][number],
  index: number,
  providers: readonly SessionProvider[],
  secrets: Secrets,
): ServerConfig {
  const opened = sources.flatMap(({ provider: providerName, ...settings }) =>
    providers
      .filter((known) => known.name === providerName)
      .map((provider) => ({ provider, settings })),
  );
  if (!via.ssh) return { name, sources: opened };
  const place = ["servers", index, "via", "ssh"];
  return { name, ssh: toSshAddress(via.ssh, place, secrets), sources: opened };
}

function toSshAddress(
  ssh: ParsedSsh,
  place: readonly (string | number)[],
  secrets: Secrets,
): SshAddress {
  const address = toLoginAddress(ssh, place, secrets);
  if (!ssh.jump) return address;
  return { ...address, jump: toLoginAddress(ssh.jump, [...place, "jump"], secrets) };
}

function toLoginAddress(
  ssh: ParsedLogin,
  place: readonly (string | number)[],
  secrets: Secrets,
): Omit<SshAddress, "jump"> {
  const { host, port, user, password = "" } = ssh;
  const hostKey = ssh.hostKey?.replace(/=$/, "") ?? null;
  const address = { host, port, user, hostKey };
  if (ssh.agent !== undefined) return { ...address, credential: { agent: ssh.agent } };
  if (ssh.privateKeyFile !== undefined) {
    const privateKey = secrets.get([...place, "privateKeyFile"]);
    return { ...address, credential: { privateKey } };
  }
  if (ssh.passwordFile !== undefined) {
    const text = secrets.get([...place, "passwordFile"]).replace(/\r?\n$/, "");
    return { ...address, credential: { password: text } };
  }
  return { ...address, credential: { password } };
}
