import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import ssh2 from "ssh2";

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

/** Of an SSH server in this process. */
export function createHostKey() {
  // Of 256 ed25519 keys that ssh2 makes, one lacks its first byte, a zero.
  const keys = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
  const [, publicKey = ""] = keys.public.split(" ");
  const digest = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("base64");
  return { privateKey: keys.private, fingerprint: `SHA256:${digest.replace(/=+$/, "")}` };
}
