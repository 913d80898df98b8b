import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { chmod, chown, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sendSignal } from "./processes";
import { waitFor } from "./wait-for";

const runProgram = promisify(execFile);
const sudoersFolder = "/etc/sudoers.d";

/** A real account of this machine, which may do only what its sudoers lines say. */
export interface PlainAccount {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
  /** Ends all its processes and takes it away with its rule. */
  remove(): Promise<void>;
}

/** Root only. The lines are given the account's name; none means no sudo. */
export async function createPlainAccount(
  toSudoers: (account: string) => string,
): Promise<PlainAccount> {
  // An uid far from those that useradd gives out itself.
  const uid = randomInt(30_000, 59_000);
  const name = `rollcall-${uid}`;
  const home = await mkdtemp(join(tmpdir(), `${name}-`));
  await chmod(home, 0o755);
  // `*` is no password that can match; without it the account counts as locked, and sshd turns it away.
  const login = ["--no-create-home", "--shell", "/bin/sh", "--password", "*"];
  await changeAccounts("useradd", ["--uid", String(uid), "--home-dir", home, ...login, name]);
  await chown(home, uid, -1);
  const remove = async () => {
    await rm(join(sudoersFolder, name), { force: true });
    await endProcessesOf(uid);
    await changeAccounts("userdel", [name]);
    await rm(home, { recursive: true, force: true });
  };
  try {
    await allow(name, toSudoers(name), home);
  } catch (error) {
    await remove();
    throw error;
  }
  return { name, uid, home, remove };
}

/** What an administrator grants at the least: end by signal, and read what only root may read. */
export function narrowRule(account: string, pureFtpwho: string): string {
  return `${account} ALL=(root) NOPASSWD: /usr/bin/kill ^-TERM [1-9][0-9]{1,6}$, \\
  /usr/bin/kill ^-INT -- -[1-9][0-9]{1,6}$, \\
  ${pureFtpwho} -p -n, /usr/bin/ss -Htinp state established
`;
}

async function allow(name: string, lines: string, folder: string): Promise<void> {
  const checked = join(folder, "sudoers");
  await writeFile(checked, lines, { mode: 0o440 });
  await runProgram("visudo", ["-c", "-f", checked]);
  // A dot in its name keeps sudo from reading it half written.
  const beside = join(sudoersFolder, `${name}.new`);
  await writeFile(beside, lines, { mode: 0o440 });
  await rename(beside, join(sudoersFolder, name));
}

/** One at a time on this machine: useradd gives up when another one holds /etc/passwd. */
async function changeAccounts(program: string, args: readonly string[]): Promise<void> {
  await runProgram("flock", ["/run/lock/rollcall-accounts", program, ...args]);
}

async function endProcessesOf(uid: number): Promise<void> {
  await waitFor(async () => {
    const pids = await processesOf(uid);
    for (const pid of pids) sendSignal(pid, "SIGKILL");
    return pids.length === 0;
  });
}

async function processesOf(uid: number): Promise<readonly number[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const owned = await Promise.all(
    names.map(async (name) => ((await ownerOf(name)) === uid ? [Number(name)] : [])),
  );
  return owned.flat();
}

async function ownerOf(pid: string): Promise<number | undefined> {
  try {
    return (await stat(`/proc/${pid}`)).uid;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
