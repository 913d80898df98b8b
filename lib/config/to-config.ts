import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { Config, ServerConfig, SshAddress } from "./config";
import { toConfigError } from "./config-error";
import {
  configSchema,
  type LooseConfig,
  type ParsedConfig,
  type ParsedLogin,
  type ParsedSsh,
} from "./config-schema";
import { findProblems, toProblems } from "./find-problems";
import type { Secrets } from "./read-secrets";
import type { YamlFile } from "./yaml-file";

interface ReadFile {
  readonly file: YamlFile;
  readonly loose: LooseConfig;
  readonly secrets: Secrets;
}

/** @throws ConfigError with every mistake there is */
export function toConfig(
  { file, loose, secrets }: ReadFile,
  providers: readonly SessionProvider[],
): Config {
  const parsed = configSchema.safeParse(file.value ?? {});
  const found = [
    ...(parsed.success ? [] : toProblems(parsed.error, [], file)),
    ...findProblems(loose, providers, file),
    ...secrets.problems,
  ];
  // What is wrong with an empty text says nothing where a variable is missing.
  const isUnset = new Set(file.unset.map((problem) => problem.path));
  const problems = [...file.unset, ...found.filter((problem) => !isUnset.has(problem.path))];
  if (!parsed.success || problems.length > 0) throw toConfigError(problems);

  const { servers, ftpAccounts, refresh, openIdConnect } = parsed.data;
  const opened = servers.map((server, index) => toServer(server, index, providers, secrets));
  const config = { servers: opened, ftpAccounts, refresh };
  return openIdConnect ? { ...config, openIdConnect } : config;
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
  const { host, port, user, privateKey: inline, password = "" } = ssh;
  const hostKey = ssh.hostKey?.replace(/=$/, "") ?? null;
  const address = { host, port, user, hostKey };
  if (ssh.agent !== undefined) return { ...address, credential: { agent: ssh.agent } };
  if (inline !== undefined) return { ...address, credential: { privateKey: inline } };
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
