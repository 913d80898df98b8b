import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import { type Dial, straight, type Way } from "./dial";
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
  /** Absent: straight. */
  readonly way?: Way;
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
      closing.abort(new SourceError("unreachable", reason("wayClosed")));
    },
  };

  async function open(): Promise<SshConnection> {
    const trusted = await settings.trustedFingerprint();
    if (failed && !mayTryAgain(failed, trusted)) throw failed.error;
    // What fails on the way is no failure of this server, and is not held against it.
    const dial = await (settings.way ?? straight)(closing.signal);
    try {
      connection = await connect(trusted, dial);
      failed = undefined;
      return connection;
    } catch (error) {
      closing.signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      failed = toFailedConnect(error, { trusted, before: failed, isHopeless: !login });
      throw failed.error;
    }
  }

  function connect(trusted: string | null, dial: Dial): Promise<SshConnection> {
    const { host, port } = settings;
    const address = { host, port };
    login ??= toLogin(settings.user, settings.credential);
    const known = { address, login, trusted };
    return handshakeInTurn(closing.signal, async () => {
      const socket = await dial(address, closing.signal);
      if (closing.signal.aborted) socket.destroy();
      closing.signal.throwIfAborted();
      return openConnection({ ...known, socket }, closing.signal);
    });
  }
}
