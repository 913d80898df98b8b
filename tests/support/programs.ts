import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const programs = {
  sshd: "openssh-server",
  proftpd: "proftpd-core",
  chromium: "chromium",
} as const;
export type Program = keyof typeof programs;

const systemFolders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin"];

/** Absolute path of an installed program. */
export function findProgram(program: Program): string | undefined {
  // biome-ignore lint/style/noProcessEnv: where programs are is a fact of the machine that runs the tests
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...systemFolders];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** Why a suite cannot run here, in words for the person who reads the skip. */
export function missingProgram(program: Program): string {
  return `${program} is missing: install the package ${programs[program]}`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
