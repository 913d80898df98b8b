import { accessSync, constants } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const installed = {
  sshd: "openssh-server",
  proftpd: "proftpd-core",
  chromium: "chromium",
  sudo: "sudo",
  ss: "iproute2",
  loginctl: "systemd",
} as const;

/** Debian does not install these beside ProFTPD, so scripts/install.mjs unpacks their packages. */
const unpacked = {
  "pure-ftpd": "pure-ftpd",
  "pure-ftpwho": "pure-ftpd",
  "pure-pw": "pure-ftpd",
  vsftpd: "vsftpd",
} as const;

export type Program = keyof typeof installed | keyof typeof unpacked;

const systemFolders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin"];
const unpackedRoot = resolve(import.meta.dirname, "../../node_modules/.rollcall-test-tools");

/** Absolute path of a program that the tests run. */
export function findProgram(program: Program): string | undefined {
  // biome-ignore lint/style/noProcessEnv: where programs are is a fact of the machine that runs the tests
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...systemFolders];
  if (isUnpacked(program)) {
    const folder = join(unpackedRoot, unpacked[program]);
    folders.push(join(folder, "usr/sbin"), join(folder, "usr/bin"));
  }
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** Why a suite cannot run here, in words for the person who reads the skip. */
export function missingProgram(program: Program): string {
  if (!isUnpacked(program))
    return `${program} is missing: install the package ${installed[program]}`;
  return `${program} is missing: npm test, run as root on Debian, unpacks the package ${unpacked[program]}`;
}

function isUnpacked(program: Program): program is keyof typeof unpacked {
  return program in unpacked;
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

/** @throws when it is missing, with what to install. */
export function requireProgram(program: Program): string {
  const path = findProgram(program);
  if (!path) throw new Error(missingProgram(program));
  return path;
}
