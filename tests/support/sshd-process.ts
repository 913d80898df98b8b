import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { endingWithUs } from "./processes";
import { requireProgram } from "./programs";
import { waitFor } from "./wait-for";

export interface SshdProcess {
  readonly pid: number;
  end(): Promise<void>;
}

/** Where else it may run, as in another network. */
export type Enter = (
  program: string,
  args: readonly string[],
) => readonly [string, readonly string[]];

/** Resolves when it listens on all of its addresses. */
export async function startSshd(
  config: string,
  addresses = 1,
  enter: Enter = (program, args) => [program, args],
): Promise<SshdProcess> {
  // Asked for by sshd's privilege separation, and made by nobody where no sshd was ever started.
  if (process.getuid?.() === 0) await mkdir("/run/sshd", { recursive: true, mode: 0o755 });
  const call = enter(requireProgram("sshd"), ["-D", "-e", "-f", config]);
  const sshd = spawn(...endingWithUs(...call), { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  sshd.stderr.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-10_000);
  });
  const isListening = () => said.split("Server listening").length > addresses;
  await waitFor(() => isListening() || sshd.exitCode !== null);
  const { pid } = sshd;
  if (pid === undefined || sshd.exitCode !== null) throw new Error(`sshd did not start: ${said}`);
  return {
    pid,
    async end() {
      if (sshd.kill("SIGKILL")) await once(sshd, "exit");
    },
  };
}

/** For whoever has the key in `folder`, and no other way to log in. */
export function sshdSettings(folder: string, port: number): readonly string[] {
  return [
    `Port ${port}`,
    `HostKey ${folder}/host-key`,
    `AuthorizedKeysFile ${folder}/user-key.pub`,
    "PidFile none",
    "StrictModes no",
    "PasswordAuthentication no",
    "PermitRootLogin prohibit-password",
  ];
}
