import { straight, type Way } from "./dial";
import { orAborted } from "./or-aborted";
import { type SshAddress, startClient } from "./ssh-client";
import { toConnectFailure } from "./ssh-failure";

/** The fingerprint of the key that the server has proved to hold. Sends no user and no credential. */
export async function readHostKeyFingerprint(
  address: SshAddress,
  signal: AbortSignal,
  way: Way = straight,
): Promise<string> {
  signal.throwIfAborted();
  const socket = await (await way(signal))(address, signal);
  let seen = "";
  const client = startClient(
    socket,
    (fingerprint) => {
      seen = fingerprint;
      return true;
    },
    null,
  );
  const handshake = new Promise<void>((resolve, reject) => {
    client.on("handshake", () => resolve());
    client.on("error", (error) => reject(toConnectFailure(error, address)));
    client.on("close", () => reject(toConnectFailure(null, address)));
  });
  // Within the event: what the client would say next must not be sent.
  client.on("handshake", () => socket.destroy());
  try {
    await orAborted(handshake, signal);
    return seen;
  } finally {
    socket.destroy();
  }
}
