import { SourceError } from "@/lib/sessions/source-error";
import { type FailedConnect, mayTryAgain, toFailedConnect } from "./failed-connect";
import { limitTo } from "./in-turn";
import { orAborted } from "./or-aborted";
import type { SshAddress, SshLogin } from "./ssh-client";
import { openConnection, type SshConnection } from "./ssh-connection";
import { type SshCredential, toLogin } from "./ssh-login";

export interface SshSettings extends SshAddress {
  readonly user: string;
  readonly credential: SshCredential;
  /** `SHA256:` and unpadded base64; null while no key is accepted. Asked anew for each connection. */
  readonly trustedFingerprint: () => Promise<string | null>;
}

/** One connection, opened when first needed and again after a loss. */
export interface KeptConnection {
  /** Callers at the same moment share one attempt. Soon after a failed one it rejects like that one. */
  get(signal: AbortSignal): Promise<SshConnection>;
  close(): void;
}

const handshakeInTurn = limitTo(32);

export function keepConnection(settings: SshSettings): KeptConnection {
  const closing = new AbortController();
  let login: SshLogin | undefined;
  let connection: SshConnection | undefined;
  let opening: Promise<SshConnection> | undefined;
  let failed: FailedConnect | undefined;

  return {
    async get(signal) {
      closing.signal.throwIfAborted();
      if (connection && !connection.isLost()) return connection;
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return await orAborted(opening, signal);
    },
    close() {
      closing.abort(new SourceError("unreachable", "Rollcall is shutting down"));
    },
  };

  async function open(): Promise<SshConnection> {
    const trusted = await settings.trustedFingerprint();
    if (failed && !mayTryAgain(failed, trusted)) throw failed.error;
    try {
      connection = await connect(trusted);
      failed = undefined;
      return connection;
    } catch (error) {
      closing.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      failed = toFailedConnect(error, { trusted, before: failed, isHopeless: !login });
      throw failed.error;
    }
  }

  function connect(trusted: string | null): Promise<SshConnection> {
    const { host, port } = settings;
    login ??= toLogin(settings.user, settings.credential);
    const request = { address: { host, port }, login, trusted };
    return handshakeInTurn(closing.signal, () => openConnection(request, closing.signal));
  }
}
