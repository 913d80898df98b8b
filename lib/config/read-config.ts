import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { Config } from "./config";
import { ConfigError } from "./config-error";
import { looseConfigSchema } from "./config-schema";
import { readSecrets } from "./read-secrets";
import { toConfig } from "./to-config";
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
  const loose = looseConfigSchema.parse(file.value);
  const secrets = await readSecrets(loose, dirname(resolve(path)), file);
  return toConfig({ file, loose, secrets }, providers);
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
    throw new ConfigError(
      `The configuration file ${path} cannot be read: ${reason}; set ROLLCALL_CONFIG to one that can.`,
    );
  }
}
