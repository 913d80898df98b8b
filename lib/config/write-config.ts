import { Document } from "yaml";

interface WrittenServer {
  readonly name: string;
  /** Null: commands run on this machine. */
  readonly ssh: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly credentialKind: "password" | "privateKey";
    readonly hostKey: string | null;
  } | null;
  readonly sources: readonly {
    readonly provider: string;
    readonly settings: Readonly<Record<string, unknown>>;
  }[];
}

/** A whole configuration file with these servers. What logs in to them is left for a person to fill in. */
export function writeConfig(servers: readonly WrittenServer[]): string {
  const taken = new Set<string>();
  const document = new Document({
    servers: servers.map(({ name, ssh, sources }) => ({
      name,
      via: ssh ? { ssh: toSsh(ssh, toUnique(name, taken)) } : "local",
      sources: sources.map(({ provider, settings }) => ({ provider, ...settings })),
    })),
  });
  document.commentBefore = head;
  return document.toString({ lineWidth: 0 });
}

const head = ` Servers that were added to Rollcall on its page.
 Passwords and keys are never exported. As a configuration file: set the variables, and put each key
 into its file. To import it again: write them in, as password: ... or privateKey: | and the key.`;

function toSsh(
  { host, port, user, credentialKind, hostKey }: NonNullable<WrittenServer["ssh"]>,
  name: string,
) {
  // No shell takes a variable whose name begins with a digit.
  const variable = `${/^\d/.test(name) ? "SERVER_" : ""}${name.toUpperCase().replace(/[^A-Z0-9]/g, "_")}_PASSWORD`;
  return {
    host,
    port,
    user,
    ...(credentialKind === "password"
      ? { password: `\${${variable}}` }
      : { privateKeyFile: `keys/${name}` }),
    ...(hostKey === null ? {} : { hostKey }),
  };
}

/** The name with plain letters only, and a number where two would be the same file or variable. */
function toUnique(name: string, taken: Set<string>): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "server";
  let unique = plain;
  for (let number = 2; taken.has(unique.toUpperCase()); number += 1) unique = `${plain}-${number}`;
  taken.add(unique.toUpperCase());
  return unique;
}
