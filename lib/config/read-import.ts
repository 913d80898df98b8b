import { type Reason, reason } from "@/lib/sessions/reason";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import type { ServerConfig } from "./config";
import type { Problem } from "./config-error";
import { type LooseConfig, looseConfigSchema } from "./config-schema";
import { toConfig } from "./to-config";
import { openYaml, type YamlFile } from "./yaml-file";

interface ImportRules {
  readonly providers: readonly SessionProvider[];
  /** Why a server cannot have that name; undefined where it can. */
  readonly whyNotNamed: (name: string) => Reason | undefined;
}

/**
 * Reads servers from a text in the format of the configuration file that came from a browser, and so
 * may name no file, socket or variable of this machine.
 * @throws ConfigError with every mistake there is
 */
export function readImport(
  text: string,
  { providers, whyNotNamed }: ImportRules,
): readonly ServerConfig[] {
  const file = openYaml("import", text, null);
  const loose = looseConfigSchema.parse(file.value);
  const problems = [
    ...findForeignParts(file),
    ...loose.servers.flatMap((server, index) =>
      server ? findNotImported(server, index, file) : [],
    ),
    ...loose.servers.flatMap((server, index) => {
      const why = server?.name && whyNotNamed(server.name);
      return why ? [file.problem(["servers", index, "name"], why)] : [];
    }),
  ];
  return toConfig({ file, loose, secrets: { problems, get: () => "" } }, providers).servers;
}

/** What the configuration file holds besides servers. */
function findForeignParts(file: YamlFile): readonly Problem[] {
  const { value } = file;
  if (typeof value !== "object" || value === null) return [];
  return ["ftpAccounts", "refresh"]
    .filter((part) => part in value)
    .map((part) => file.problem([part], reason("notInImport")));
}

type LooseServer = NonNullable<LooseConfig["servers"][number]>;

function findNotImported(
  { via, sources }: LooseServer,
  index: number,
  file: YamlFile,
): readonly Problem[] {
  const place = ["servers", index, "via", "ssh"];
  const { jump, ...login } = via?.ssh ?? {};
  const named = Object.entries(login).filter(([, path]) => path !== undefined);
  return [
    ...named.map(([key]) => file.problem([...place, key], insteadOf[key] ?? reason("onlyInFile"))),
    ...(jump ? [file.problem([...place, "jump"], reason("onlyInFile"))] : []),
    ...sources.flatMap((source, sourceIndex) =>
      source?.provider === "panel"
        ? [file.problem(["servers", index, "sources", sourceIndex], reason("panelIsListed"))]
        : [],
    ),
  ];
}

const insteadOf: Readonly<Record<string, Reason>> = {
  privateKeyFile: reason("importsNoKeyFile"),
  passwordFile: reason("importsNoPasswordFile"),
  agent: reason("agentOnlyInFile"),
};
