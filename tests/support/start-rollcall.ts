import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "@/tests/support/free-port";
import { systemEnv } from "@/tests/support/system-env";
import { waitFor } from "@/tests/support/wait-for";

const root = resolve(import.meta.dirname, "..", "..");
const tsx = join(root, "node_modules", ".bin", "tsx");
const node = join(root, "node_modules", ".bin", "node");
const tsxLoader = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
const tsconfig = ["--tsconfig", join(root, "tsconfig.json")];

export const administrator = { login: "admin", password: "a long enough passphrase" } as const;

export interface RunningRollcall {
  readonly url: string;
  readonly pid: number;
  /** All that it printed so far. */
  output(): string;
  /** Runs the command line on the same data folder. */
  command(
    args: readonly string[],
    stdin?: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<CommandEnd>;
  stop(): Promise<number | null>;
}

interface CommandEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RollcallOptions {
  /** Text of the configuration file. */
  readonly config?: string;
  /** Where somebody must know the address before. */
  readonly port?: number;
  /** Without the administrator of the environment, the first start prints the setup link. */
  readonly withoutAdministrator?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A program and its arguments that become the product, which is named after them. */
  readonly within?: readonly string[];
}

/** The built product, as `npm start` runs it, on a scratch data folder and a free loopback port. */
export async function startRollcall(options: RollcallOptions = {}): Promise<RunningRollcall> {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-product-"));
  const { port = await freePort() } = options;
  const url = `http://127.0.0.1:${port}`;
  const configFile = join(folder, "rollcall.yaml");
  if (options.config !== undefined) await writeFile(configFile, options.config);
  const env = {
    ...systemEnv(),
    NODE_ENV: "production" as const,
    TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
    PORT: String(port),
    ROLLCALL_DATA: join(folder, "data"),
    ...(options.config === undefined ? {} : { ROLLCALL_CONFIG: configFile }),
    ...(options.withoutAdministrator
      ? {}
      : {
          ROLLCALL_ADMIN_LOGIN: administrator.login,
          ROLLCALL_ADMIN_PASSWORD: administrator.password,
        }),
    ...options.env,
  };
  const words = [...(options.within ?? []), node, "--import", tsxLoader, join(root, "server.ts")];
  const [program = node, ...args] = words;
  const server = spawn(program, args, { cwd: folder, env });
  const output = collect(server);
  await waitFor(() => {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`Rollcall did not start: ${output()}`);
    return output().includes("Rollcall is ready");
  }, 30_000);

  return {
    url,
    pid: server.pid ?? 0,
    output,
    command: (args, stdin = "", extra = {}) =>
      runCommand(args, stdin, { cwd: folder, env: { ...env, ...extra } }),
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, "exit");
        server.kill("SIGTERM");
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
      return server.exitCode;
    },
  };
}

async function runCommand(
  args: readonly string[],
  stdin: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<CommandEnd> {
  const child = spawn(tsx, [...tsconfig, join(root, "cli", "rollcall.ts"), ...args], options);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(stdin);
  await once(child, "close");
  return { exitCode: child.exitCode, stdout, stderr };
}

function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  }
  return () => text;
}
