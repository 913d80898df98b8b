import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import ssh2, { type AuthMethod, type Client } from "ssh2";

export interface SshAddress {
  readonly host: string;
  readonly port: number;
}

export interface SshLogin {
  readonly user: string;
  readonly method: AuthMethod;
}

export const readyTimeoutMs = 5_000;

/**
 * The one place that makes an SSH client, so that none exists without a host key check.
 * No login is tried before the check has passed, and none at all where `login` is null.
 */
export function startClient(
  socket: Duplex,
  isTrusted: (fingerprint: string) => boolean,
  login: SshLogin | null,
): Client {
  const client = new ssh2.Client();
  client.connect({
    sock: socket,
    username: login?.user ?? "",
    authHandler: login ? [login.method] : [],
    hostVerifier: (key: Buffer) => isTrusted(toFingerprint(key)),
    readyTimeout: readyTimeoutMs,
    keepaliveInterval: 5_000,
    keepaliveCountMax: 3,
  });
  return client;
}

/** As ssh-keygen prints it. */
function toFingerprint(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}
