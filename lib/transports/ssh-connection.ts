import type { Duplex } from "node:stream";
import type { Client } from "ssh2";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import { type SshAddress, type SshLogin, startClient } from "./ssh-client";
import { toConnectFailure } from "./ssh-failure";

/** A connection that has logged in. */
export interface SshConnection {
  readonly client: Client;
  isLost(): boolean;
  /** Every command on it ends as cut off. */
  destroy(): void;
}

export interface ConnectionRequest {
  /** As it was dialled. */
  readonly socket: Duplex;
  readonly address: SshAddress;
  readonly login: SshLogin;
  /** Fingerprint of the only host key that gets to see the login. */
  readonly trusted: string | null;
}

/** Rejects with the SourceError that says why there is no connection. */
export function openConnection(
  { socket, address, login, trusted }: ConnectionRequest,
  signal: AbortSignal,
): Promise<SshConnection> {
  return new Promise((resolve, reject) => {
    let notTrusted: SourceError | undefined;
    const isTrusted = (fingerprint: string) => {
      if (fingerprint === trusted) return true;
      notTrusted = toNotTrusted(fingerprint, trusted);
      return false;
    };
    const client = startClient(socket, isTrusted, login);
    const destroy = () => {
      socket.destroy();
    };
    signal.addEventListener("abort", destroy);
    client.on("ready", () => {
      const isLost = () => !(socket.readable && socket.writable);
      resolve({ client, isLost, destroy });
    });
    client.on("error", (error) => {
      reject(notTrusted ?? toConnectFailure(error, address, login.user));
      destroy();
    });
    client.on("change password", () => {
      reject(new SourceError("refused", reason("passwordExpired", { user: login.user })));
      destroy();
    });
    client.on("close", () => {
      signal.removeEventListener("abort", destroy);
      reject(toConnectFailure(null, address));
    });
  });
}

function toNotTrusted(fingerprint: string, trusted: string | null): SourceError {
  const why =
    trusted === null
      ? reason("hostKeyNotAccepted", { fingerprint })
      : reason("hostKeyChanged", { fingerprint, trusted });
  return new SourceError("not-trusted", why);
}
