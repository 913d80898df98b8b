import { once } from "node:events";
import type { AddressInfo } from "node:net";
import ssh2, { type AuthContext, type Connection, type Server, type ServerChannel } from "ssh2";
import { createHostKey } from "./host-key";

interface SshListening {
  /** Accepts or rejects. */
  readonly authenticate: (context: AuthContext) => void;
  readonly onCommand: (channel: ServerChannel, line: string) => void;
}

export interface SshListener {
  readonly port: number;
  /** Of the host key, as ssh-keygen prints it. */
  fingerprint(): string;
  /** Listens on the same port with another host key, and nobody stays connected. */
  changeHostKey(): Promise<void>;
  stop(): Promise<void>;
}

/** An SSH server on a free loopback port. */
export async function listenForSsh(listening: SshListening): Promise<SshListener> {
  let open = await listen(listening, 0);
  return {
    port: open.port,
    fingerprint: () => open.fingerprint,
    async changeHostKey() {
      await open.close();
      open = await listen(listening, open.port);
    },
    stop: () => open.close(),
  };
}

async function listen({ authenticate, onCommand }: SshListening, wantedPort: number) {
  const { privateKey, fingerprint } = createHostKey();
  const connections = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
    connections.add(client);
    // The types of ssh2 know it on the client's side only; without it every answer takes 40 ms longer.
    if ("setNoDelay" in client && typeof client.setNoDelay === "function") client.setNoDelay(true);
    client.on("close", () => connections.delete(client));
    client.on("error", () => connections.delete(client));
    client.on("authentication", authenticate);
    client.on("session", (accept) => {
      accept().on("exec", (acceptCommand, _reject, { command }) => {
        onCommand(acceptCommand(), command);
      });
    });
  });
  server.listen(wantedPort, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server),
    fingerprint,
    async close() {
      for (const connection of connections) connection.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port to listen on");
  return address.port;
}
