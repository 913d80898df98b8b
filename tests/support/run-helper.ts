import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export interface HelperAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** The POSIX shells of this machine that a server may have as its /bin/sh. */
export const shells = [["dash"], ["bash", "--posix"], ["busybox", "sh"]].filter(([program]) =>
  existsSync(`/bin/${program}`),
);

/** Runs a helper as it is shipped, in this shell. */
export function runHelper(
  helper: "rollcall-end" | "rollcall-look",
  [shell = "sh", ...options]: readonly string[],
  args: readonly (string | number)[],
  env: Readonly<Record<string, string>> = {},
): Promise<HelperAnswer> {
  const script = fileURLToPath(new URL(`../../lib/providers/ftp/${helper}`, import.meta.url));
  const words = [...options, script, ...args.map(String)];
  return new Promise((resolve) => {
    const child = execFile(
      `/bin/${shell}`,
      words,
      { encoding: "latin1", env: { NODE_ENV: "test", ...env } },
      (_error, stdout, stderr) => resolve({ stdout, stderr, exitCode: child.exitCode ?? -1 }),
    );
  });
}

/** Field 22 of /proc/PID/stat. */
export async function startOf(pid: number): Promise<string> {
  return (await fieldsOf(pid))[19] ?? "";
}

/** Undefined when there is no such process. A zombie is `Z`. */
export async function stateOf(pid: number): Promise<string | undefined> {
  try {
    return (await fieldsOf(pid))[0];
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

async function fieldsOf(pid: number): Promise<readonly string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
