import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Problem } from "./config-error";
import type { LooseConfig } from "./config-schema";
import type { YamlFile } from "./yaml-file";

export interface Secrets {
  readonly problems: readonly Problem[];
  /** What the file under that key of that server holds. */
  get(serverIndex: number, key: SecretKey): string;
}

const secretKeys = ["privateKeyFile", "passwordFile"] as const;
type SecretKey = (typeof secretKeys)[number];

/** Reads every file that holds a key or a password, whatever becomes of the others. */
export async function readSecrets(
  { servers }: LooseConfig,
  folder: string,
  file: YamlFile,
): Promise<Secrets> {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const read = async (index: number, key: SecretKey, path: string) => {
    try {
      texts.set(`${index} ${key}`, await readFile(resolve(folder, path), "utf8"));
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      problems.push(
        file.problem(["servers", index, "via", "ssh", key], `cannot be read: ${error.message}`),
      );
    }
  };
  await Promise.all(
    servers.flatMap((server, index) =>
      secretKeys.map(async (key) => {
        const path = server?.via?.ssh[key];
        if (path !== undefined) await read(index, key, path);
      }),
    ),
  );
  return { problems, get: (index, key) => texts.get(`${index} ${key}`) ?? "" };
}
