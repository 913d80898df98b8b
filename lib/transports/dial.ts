import { connect } from "node:net";
import type { Duplex } from "node:stream";
import type { Client, ClientChannel } from "ssh2";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { KeptConnection } from "./kept-connection";
import type { SshAddress } from "./ssh-client";

/** Opens the stream on which SSH is spoken with the server at that address. */
export type Dial = (address: SshAddress, signal: AbortSignal) => Promise<Duplex>;

/** Makes sure of the way to a server, and gives what dials on it. */
export type Way = (signal: AbortSignal) => Promise<Dial>;

/** What goes wrong later is told by the stream, to who speaks on it. */
export const straight: Way = async () => async (address) => connect({ ...address, noDelay: true });

/** By way of another server, which sees nothing but what is encrypted for the one behind it. */
export function through(jumpHost: SshAddress, connection: Pick<KeptConnection, "get">): Way {
  return async (signal) => {
    try {
      const { client } = await connection.get(signal);
      return (address) => forward(client, address, jumpHost);
    } catch (cause) {
      // Told as the jump host's own, or people would look at the wrong server.
      if (!(cause instanceof SourceError)) throw cause;
      const { host, port } = jumpHost;
      const why = reason("onJumpHost", { host, port, why: cause.reason });
      throw new SourceError(cause.code, why, { cause });
    }
  };
}

function forward(client: Client, { host, port }: SshAddress, by: SshAddress): Promise<Duplex> {
  const toFailure = (cause: unknown) => {
    const way = { jump: by.host, jumpPort: by.port, host, port };
    return new SourceError("unreachable", reason("jumpDoesNotReach", way), { cause });
  };
  return new Promise((resolve, reject) => {
    let isLate = false;
    const giveUp = setTimeout(() => {
      isLate = true;
      reject(toFailure("no answer"));
    }, longestForwardMs);
    try {
      client.forwardOut("127.0.0.1", 0, host, port, (error, channel) => {
        clearTimeout(giveUp);
        if (error) reject(toFailure(error));
        else if (isLate) channel.destroy();
        else resolve(whole(channel));
      });
    } catch (error) {
      // ssh2 throws where the connection was lost a moment ago.
      clearTimeout(giveUp);
      reject(toFailure(error));
    }
  });
}

/** Half a connection is none: what waits on it would wait for ever. */
function whole(channel: ClientChannel): Duplex {
  channel.on("end", () => channel.destroy());
  return channel;
}

const longestForwardMs = 5_000;
