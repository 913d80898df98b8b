import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type ssh2 from "ssh2";
import type { SshFleet } from "@/tests/support/ssh-fleet";
import { connectBare, execBare } from "./bare-ssh";

const runProgram = promisify(execFile);

/** Runs the line on every server once, at once. */
export type Sweep = () => Promise<void>;

export interface SweepTools {
  readonly parallelSsh: Sweep;
  readonly clustershell: Sweep;
  readonly ansible: Sweep;
}

interface ToolSettings {
  /** For lists and control sockets; made here. */
  readonly folder: string;
  readonly line: string;
  readonly expected: string;
  /** Whether connections are kept by OpenSSH's ControlPersist, or made anew for each sweep. */
  readonly keepsConnections: boolean;
}

/** The tools that Debian has for the same job, each with as many at once as there are servers. */
export async function prepareTools(fleet: SshFleet, settings: ToolSettings): Promise<SweepTools> {
  const { folder, line, expected, keepsConnections } = settings;
  const { addresses, port, user, privateKeyFile } = fleet;
  await mkdir(folder, { recursive: true });
  const hosts = join(folder, "hosts");
  await writeFile(hosts, addresses.map((address) => `${address}\n`).join(""));

  const atOnce = String(addresses.length);
  const kept = (tool: string) => (keepsConnections ? ` ${keepBelow(join(folder, tool))}` : "");
  const reached = `-F none -i ${privateKeyFile} -p ${port} ${trusting}`;
  // Ansible keeps its own files below the home folder.
  const env = {
    HOME: folder,
    PATH: "/usr/bin:/bin:/usr/sbin:/sbin",
    NODE_ENV: "production",
    ANSIBLE_HOST_KEY_CHECKING: "False",
    ANSIBLE_PYTHON_INTERPRETER: "/usr/bin/python3",
    ANSIBLE_SSH_ARGS: `${reached}${kept("ansible")}`,
  } as const;
  const sweep =
    (program: string, args: readonly string[]): Sweep =>
    async () => {
      const { stdout } = await runProgram(program, args, { env, maxBuffer: 10_000_000 });
      const answered = stdout.split(expected).length - 1;
      if (answered !== addresses.length) throw new Error(`${program}: ${answered} have answered`);
    };

  const pssh = ["-h", hosts, "-l", user, "-p", atOnce, "-t", "0", "-i", "-x"];
  const clush = ["-w", addresses.join(","), "-f", atOnce, "-l", user, "-o"];
  // A percent sign begins a reference to another of its settings.
  const clushReached = `${reached}${kept("clush")}`.replaceAll("%", "%%");
  const ansible = ["all", "-i", hosts, "-u", user, "-f", atOnce, "-m", "raw", "-a", line];
  return {
    parallelSsh: sweep("parallel-ssh", [...pssh, `${reached}${kept("pssh")}`, line]),
    clustershell: sweep("clush", [...clush, clushReached, line]),
    ansible: sweep("ansible", ansible),
  };
}

const trusting =
  "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes";

const keepBelow = (path: string) =>
  `-o ControlMaster=auto -o ControlPersist=120 -o ControlPath=${path}-%h`;

/** What a script on ssh2 does that connects, runs one line and leaves. */
export function createBareScript(fleet: SshFleet, line: string, expected: string): Sweep {
  return async () => {
    await Promise.all(
      fleet.addresses.map(async (host) => {
        const client = await connectTo(fleet, host);
        await execute(client, line, expected);
        client.end();
      }),
    );
  };
}

/** Connections of ssh2 and nothing around them. */
export async function connectToAll(fleet: SshFleet, line: string, expected: string) {
  const clients = await Promise.all(fleet.addresses.map((host) => connectTo(fleet, host)));
  return {
    sweep: async () => {
      await Promise.all(clients.map((client) => execute(client, line, expected)));
    },
    close() {
      for (const client of clients) client.end();
    },
  };
}

const connectTo = ({ port, user: username, privateKey }: SshFleet, host: string) =>
  connectBare({ host, port, username, privateKey });

async function execute(client: ssh2.Client, line: string, expected: string): Promise<void> {
  const text = await execBare(client, line);
  if (!text.includes(expected)) throw new Error(`it said ${text}`);
}

/** The same line in the same shell, on this machine, without any SSH. */
export function createLocalSpawns(times: number, line: string, expected: string): Sweep {
  return async () => {
    const answers = await Promise.all(
      Array.from({ length: times }, () => runProgram("/bin/bash", ["-c", line])),
    );
    if (!answers.every(({ stdout }) => stdout.includes(expected))) throw new Error("no answer");
  };
}
