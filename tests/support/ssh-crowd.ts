import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import ssh2, { type Connection } from "ssh2";
import { createHostKey } from "@/demo/host-key";

export interface SshCrowd {
  readonly host: string;
  /** One for each server. */
  readonly ports: readonly number[];
  readonly user: string;
  readonly password: string;
  readonly fingerprint: string;
  /** The most connections that were between their begin and their login at one moment. */
  mostHandshakes(): number;
  /** Of connections that are logged in. */
  connected(): number;
  /** Ends every connection at the same moment, without a word. */
  dropAll(): void;
  /** From now on nothing listens there. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const host = "127.0.0.1";
const password = "right";

/** Many SSH servers in this process. Each answers every command with the same text. */
export async function startSshCrowd(servers: number, answer: string): Promise<SshCrowd> {
  const { privateKey, fingerprint } = createHostKey();
  const sockets = new Set<Socket>();
  const handshakes = new Set<Socket>();
  let mostHandshakes = 0;
  const begin = (socket: Socket) => {
    sockets.add(socket);
    handshakes.add(socket);
    mostHandshakes = Math.max(mostHandshakes, handshakes.size);
    socket.on("close", () => {
      sockets.delete(socket);
      handshakes.delete(socket);
    });
    const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
      client.on("ready", () => handshakes.delete(socket));
      serve(client, answer);
    });
    server.injectSocket(socket);
  };
  const listeners = Array.from({ length: servers }, () => createServer({ noDelay: true }, begin));
  const ports: number[] = [];
  for (const listener of listeners) ports.push(await listen(listener, 0));

  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const goDown = async () => {
    await Promise.all(
      listeners.filter(({ listening }) => listening).map((one) => once(one.close(), "close")),
    );
  };
  return {
    ...{ host, ports, user: "rollcall", password },
    fingerprint,
    mostHandshakes: () => mostHandshakes,
    connected: () => sockets.size - handshakes.size,
    dropAll,
    goDown() {
      const down = goDown();
      dropAll();
      return down;
    },
    async comeBack() {
      for (const [index, listener] of listeners.entries())
        await listen(listener, ports[index] ?? 0);
    },
    async stop() {
      const down = goDown();
      dropAll();
      await down;
    },
  };
}

async function listen(listener: Server, port: number): Promise<number> {
  listener.listen(port, host);
  await once(listener, "listening");
  const address = listener.address();
  if (typeof address !== "object" || !address) throw new Error("no port to listen on");
  return address.port;
}

function serve(client: Connection, answer: string): void {
  client.on("error", () => client.end());
  client.on("authentication", (context) => {
    if (context.method === "password" && context.password === password) context.accept();
    else context.reject(["password"]);
  });
  client.on("session", (accept) => {
    accept().on("exec", (acceptCommand) => {
      const channel = acceptCommand();
      channel.write(answer);
      channel.exit(0);
      channel.end();
    });
  });
}
