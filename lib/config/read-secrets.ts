import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { reason } from "@/lib/sessions/reason";
import type { Problem } from "./config-error";
import type { LooseConfig } from "./config-schema";
import type { YamlFile } from "./yaml-file";

export interface Secrets {
  readonly problems: readonly Problem[];
  /** What the file named at that place of the configuration holds. */
  get(place: SecretPlace): string;
}

/** `["servers", 0, "via", "ssh", "privateKeyFile"]` */
type SecretPlace = readonly (string | number)[];

const secretKeys = ["privateKeyFile", "passwordFile"] as const;

/** Reads every file that holds a key or a password, whatever becomes of the others. */
export async function readSecrets(
  { servers }: LooseConfig,
  folder: string,
  file: YamlFile,
): Promise<Secrets> {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  const read = async (place: SecretPlace, path: string) => {
    try {
      texts.set(nameOf(place), await readFile(resolve(folder, path), "utf8"));
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      problems.push(file.problem(place, reason("unreadableFile", { said: error.message })));
    }
  };
  const logins = servers.flatMap((server, index) => {
    const ssh = server?.via?.ssh;
    const place = ["servers", index, "via", "ssh"];
    return ssh
      ? [
          { login: ssh, place },
          { login: ssh.jump, place: [...place, "jump"] },
        ]
      : [];
  });
  await Promise.all(
    logins.flatMap(({ login, place }) =>
      secretKeys.map(async (key) => {
        const path = login?.[key];
        if (path !== undefined) await read([...place, key], path);
      }),
    ),
  );
  return { problems, get: (place) => texts.get(nameOf(place)) ?? "" };
}

function nameOf(place: SecretPlace): string {
  return place.join(" ");
}
