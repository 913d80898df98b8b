import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "@/lib/config/config";
import { readConfig } from "@/lib/config/read-config";
import { proftpdProvider } from "@/lib/providers/proftpd/provider";

/** A folder for a configuration file, with the files `key` and `password` beside it. */
export interface ConfigFolder {
  readonly path: string;
  read(text: string, variables?: Record<string, string>): Promise<Config>;
  problemsOf(text: string): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export async function makeConfigFolder(): Promise<ConfigFolder> {
  const path = await mkdtemp(join(tmpdir(), "rollcall-config-"));
  await writeFile(join(path, "key"), "the key\n");
  await writeFile(join(path, "password"), "the password\n");

  const read: ConfigFolder["read"] = async (text, variables = {}) => {
    const file = join(path, "rollcall.yaml");
    await writeFile(file, text);
    return readConfig(file, [proftpdProvider], variables);
  };
  return {
    path,
    read,
    problemsOf: (text) =>
      read(text).then(
        () => [],
        (error: Error) => error.message.split("\n"),
      ),
    remove: () => rm(path, { recursive: true }),
  };
}
