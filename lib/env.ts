import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";

/** What the environment says, checked once. Names and defaults are listed in the README. */
export interface Env {
  readonly port: number;
  readonly host: string;
  /** The public address: its host and origin are the only ones answered. No path. */
  readonly publicUrl: URL;
  readonly dataFolder: string;
  /** `file:` and an absolute path. */
  readonly databaseUrl: string;
  /** Seals what is stored to log in to servers, and binds the audit. Made at the first start. */
  readonly keyFile: string;
  /** Null when there is none. */
  readonly configFile: string | null;
  readonly firstAdministrator: { readonly login: string; readonly password: string } | null;
  /** Addresses and CIDR ranges. */
  readonly trustedProxies: readonly string[];
  /** For the commands that go through a running Rollcall. */
  readonly apiToken: string | null;
  /** What `${NAME}` in the configuration file takes. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Its message is one sentence for the person who starts Rollcall. */
export class EnvError extends Error {
  readonly code = "env";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EnvError";
  }
}

// biome-ignore lint/style/noProcessEnv: this is the only reader of the environment
export function readEnv(source: Env["variables"] = process.env): Env {
  const variables = readVariables(source);
  const { PORT: port, HOST: host } = variables;
  const dataFolder = resolve(variables.ROLLCALL_DATA);
  const databaseFile = variables.DATABASE_URL?.replace(/^file:(\/\/(?=\/))?/, "");
  return {
    port,
    host,
    publicUrl: variables.ROLLCALL_URL ?? new URL(`http://${toUrlHost(host)}:${port}`),
    dataFolder,
    databaseUrl: `file:${resolve(databaseFile ?? resolve(dataFolder, "rollcall.db"))}`,
    keyFile: resolve(variables.ROLLCALL_KEY_FILE ?? resolve(dataFolder, "rollcall.key")),
    configFile: findConfigFile(variables.ROLLCALL_CONFIG),
    firstAdministrator: readFirstAdministrator(variables),
    trustedProxies: variables.ROLLCALL_TRUSTED_PROXIES,
    apiToken: variables.ROLLCALL_TOKEN ?? null,
    variables: source,
  };
}

/** Makes the folder for the database, keys and pinned host keys, for this account's eyes only. */
export function prepareDataFolder({ dataFolder }: Pick<Env, "dataFolder">): void {
  try {
    makeFolder(dataFolder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new EnvError(
      `ROLLCALL_DATA: the folder ${dataFolder} cannot be made (${error.code}); choose another or make it yourself.`,
      { cause: error },
    );
  }
}

/** Level by level: Node's own `recursive` never comes back from a folder that takes no new ones, such as /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Two that start at once make the same folder.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const variablesSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(3000),
  HOST: z.string().refine(isHost).default("127.0.0.1"),
  ROLLCALL_URL: z.string().refine(isPublicUrl).transform(toUrl).optional(),
  ROLLCALL_DATA: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^file:[^?#]+$/)
    .optional(),
  ROLLCALL_CONFIG: z.string().optional(),
  ROLLCALL_KEY_FILE: z.string().optional(),
  ROLLCALL_ADMIN_LOGIN: z.string().optional(),
  ROLLCALL_ADMIN_PASSWORD: z.string().optional(),
  ROLLCALL_TOKEN: z.string().optional(),
  ROLLCALL_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((ranges) => ranges.every(isAddressOrRange))
    .default([]),
});
type Variables = z.infer<typeof variablesSchema>;

const expectations: Readonly<Record<string, string>> = {
  PORT: "a whole number from 1 to 65535",
  HOST: "an address or host name to listen on, such as 127.0.0.1",
  ROLLCALL_URL: "an http or https address without a path, such as https://rollcall.example.com",
  DATABASE_URL: "file: and the path of a SQLite file",
  ROLLCALL_TRUSTED_PROXIES: "addresses or CIDR ranges with commas between, such as 10.0.0.0/8",
};

/** These may hold passwords, so a refusal does not repeat them. */
const neverShown: ReadonlySet<string> = new Set(["DATABASE_URL", "ROLLCALL_URL"]);

function readVariables(source: Env["variables"]): Variables {
  // An empty variable is how a compose file says that it is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  if (/^postgres(ql)?:/.test(given["DATABASE_URL"] ?? "")) {
    throw new EnvError(
      "DATABASE_URL names PostgreSQL, which this version does not support yet: leave it unset, or give file: and the path of a SQLite file.",
    );
  }
  const parsed = variablesSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0]);
  const shown = neverShown.has(name) ? "" : `; it is "${given[name]}"`;
  throw new EnvError(`${name} must be ${expectations[name]}${shown}.`);
}

function readFirstAdministrator({
  ROLLCALL_ADMIN_LOGIN: login,
  ROLLCALL_ADMIN_PASSWORD: password,
}: Variables): Env["firstAdministrator"] {
  if (login && password) return { login, password };
  if (!(login || password)) return null;
  throw new EnvError(
    `${login ? "ROLLCALL_ADMIN_PASSWORD" : "ROLLCALL_ADMIN_LOGIN"} is missing: set it too, or neither of the two.`,
  );
}

function findConfigFile(given: string | undefined): string | null {
  if (given) return resolve(given);
  const usual = resolve("rollcall.yaml");
  return existsSync(usual) ? usual : null;
}

function isHost(text: string): boolean {
  const hasShape = isIpv6(text) || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text);
  return hasShape && URL.canParse(`http://${toUrlHost(text)}`);
}

function toUrlHost(host: string): string {
  return isIpv6(host) ? `[${host}]` : host;
}

function isIpv6(text: string): boolean {
  return ipaddr.IPv6.isValid(text);
}

function isPublicUrl(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const url = toUrl(text);
  return url.href === `${url.origin}/`;
}

function toUrl(text: string): URL {
  return new URL(text);
}

/** IPv4 in four decimal parts only: a shortened one, such as 1, is rather a mistake. */
function isAddressOrRange(text: string): boolean {
  const { IPv4, IPv6 } = ipaddr;
  return text.includes("/")
    ? IPv4.isValidCIDRFourPartDecimal(text) || IPv6.isValidCIDR(text)
    : IPv4.isValidFourPartDecimal(text) || IPv6.isValid(text);
}
