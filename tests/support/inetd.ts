import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { descendantsOf, sendSignal } from "./processes";
import { waitFor } from "./wait-for";

export interface Inetd {
  stop(): Promise<void>;
}

interface InetdOptions {
  readonly host: string;
  readonly ports: readonly number[];
  readonly program: string;
  readonly args: readonly string[];
}

/** Starts the program once for each connection, which is its input and its output, as xinetd does. */
export async function startInetd({ host, ports, program, args }: InetdOptions): Promise<Inetd> {
  const running = new Set<ChildProcess>();
  const serve = (socket: Socket) => {
    const child = spawn(program, args, { stdio: [socket, socket, socket], detached: true });
    running.add(child);
    child.on("exit", () => running.delete(child));
    // The program has its own copy by now; only with this one closed does its end close the connection.
    socket.destroy();
  };
  const servers = await Promise.all(ports.map((port) => listen(host, port, serve)));
  return {
    async stop() {
      for (const server of servers) server.close();
      await waitFor(async () => {
        for (const { pid } of running) if (pid !== undefined) await endInTurn(pid);
        return running.size === 0;
      });
    },
  };
}

async function listen(
  host: string,
  port: number,
  serve: (socket: Socket) => void,
): Promise<Server> {
  // Paused, so that not a byte of the connection is read here.
  const server = createServer({ pauseOnConnect: true }, serve).listen(port, host);
  await once(server, "listening");
  return server;
}

/** What a program started goes before it, so that it still collects them and then ends by itself. */
async function endInTurn(pid: number): Promise<void> {
  const started = await descendantsOf(pid);
  for (const each of started.length > 0 ? started : [pid]) sendSignal(each, "SIGKILL");
}
