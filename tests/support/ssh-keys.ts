import { execFile } from "node:child_process";
import { promisify } from "node:util";

const runProgram = promisify(execFile);

/** Writes a key pair; gives back the path of its private key. */
export async function makeKey(file: string): Promise<string> {
  await runProgram("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file]);
  return file;
}

/** As ssh-keygen prints it. */
export async function readFingerprint(keyFile: string): Promise<string> {
  const { stdout } = await runProgram("ssh-keygen", ["-l", "-E", "sha256", "-f", keyFile]);
  return stdout.split(" ")[1] ?? "";
}
