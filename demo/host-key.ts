import { createHash } from "node:crypto";
import ssh2 from "ssh2";

/** Of an SSH server in this process. The fingerprint is as ssh-keygen prints it. */
export function createHostKey() {
  // Of 256 ed25519 keys that ssh2 makes, one lacks its first byte, a zero.
  const keys = ssh2.utils.generateKeyPairSync("ecdsa", { bits: 256 });
  const [, publicKey = ""] = keys.public.split(" ");
  const digest = createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("base64");
  return { privateKey: keys.private, fingerprint: `SHA256:${digest.replace(/=+$/, "")}` };
}
