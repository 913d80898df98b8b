import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { z } from "zod";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { Config, ServerConfig, SshAddress } from "./config";
import { ConfigError } from "./config-error";
import { configSchema, type ParsedConfig, type ParsedSsh } from "./config-schema";
import { openYaml, type YamlFile } from "./yaml-file";

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
  const problems = parsed.success
    ? problemsOf(parsed.data, providers, file)
    : toProblems(parsed.error, [], file);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const { servers, ftpAccounts, refresh } = parsed.data;
  const folder = dirname(resolve(path));
  const opened = await Promise.all(
    servers.map((server, index) => toServer(server, providers, { folder, file, index })),
  );
  return { servers: opened, ftpAccounts, refresh };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new ConfigError([`${path} cannot be read: ${messageOf(error)}`]);
  }
}

function problemsOf(
  { servers }: ParsedConfig,
  providers: readonly SessionProvider[],
  file: YamlFile,
): readonly string[] {
  const names = providers.map(({ name }) => name);
  return servers.flatMap((server, index) => [
    ...(servers.findIndex(({ name }) => name === server.name) < index
      ? [file.problem(["servers", index, "name"], `"${server.name}" is the name of two servers`)]
      : []),
    ...server.sources.flatMap(({ provider: name, ...settings }, sourceIndex) => {
      const where = ["servers", index, "sources", sourceIndex];
      const provider = providers.find((known) => known.name === name);
      if (!provider) {
        const message = `"${name}" is not a provider: use one of ${names.join(", ")}`;
        return [file.problem([...where, "provider"], message)];
      }
      const checked = provider.settingsSchema.safeParse(settings);
      return checked.success ? [] : toProblems(checked.error, where, file);
    }),
  ]);
}

function toProblems(
  error: z.ZodError,
  where: readonly PropertyKey[],
  file: YamlFile,
): readonly string[] {
  return error.issues.flatMap((issue) => {
    const path = [...where, ...issue.path];
    if (issue.code !== "unrecognized_keys") return [file.problem(path, issue.message)];
    return issue.keys.map((key) => file.problem([...path, key], "is not a known key"));
  });
}

interface Place {
  readonly folder: string;
  readonly file: YamlFile;
  readonly index: number;
}

async function toServer(
  { name, via, sources }: ParsedConfig["servers"][number],
  providers: readonly SessionProvider[],
  place: Place,
): Promise<ServerConfig> {
  const opened = sources.flatMap(({ provider: providerName, ...settings }) =>
    providers
      .filter((known) => known.name === providerName)
      .map((provider) => ({ provider, settings })),
  );
  return via.ssh
    ? { name, ssh: await toSshAddress(via.ssh, place), sources: opened }
    : { name, sources: opened };
}

async function toSshAddress(ssh: ParsedSsh, place: Place): Promise<SshAddress> {
  const { host, port, user, password, passwordFile, privateKeyFile } = ssh;
  const hostKey = ssh.hostKey?.replace(/=$/, "") ?? null;
  const address = { host, port, user, hostKey };
  if (privateKeyFile !== undefined) {
    const privateKey = await readSecret(privateKeyFile, "privateKeyFile", place);
    return { ...address, credential: { privateKey } };
  }
  if (passwordFile !== undefined) {
    const text = await readSecret(passwordFile, "passwordFile", place);
    return { ...address, credential: { password: text.replace(/\r?\n$/, "") } };
  }
  return { ...address, credential: { password: password ?? "" } };
}

async function readSecret(path: string, key: string, { folder, file, index }: Place) {
  try {
    return await readFile(resolve(folder, path), "utf8");
  } catch (error) {
    const where = ["servers", index, "via", "ssh", key];
    throw new ConfigError([file.problem(where, `cannot be read: ${messageOf(error)}`)]);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
