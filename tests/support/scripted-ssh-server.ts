import { once } from "node:events";
import ssh2, { type Connection, type ServerChannel } from "ssh2";
import { createHostKey } from "@/demo/host-key";

export interface ScriptedSshServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly fingerprint: string;
  /** Tries of a password or key; asking which methods there are is none. */
  loginAttempts(): number;
  connections(): number;
  /** Signals that commands were sent. */
  signals(): readonly string[];
  stop(): Promise<void>;
}

interface Script {
  /** What the server does with a command. Without it, it never answers even the request for a channel. */
  readonly onCommand?: (channel: ServerChannel, line: string) => void;
  readonly refusesCommands?: boolean;
}

/** An SSH server on a free loopback port that does what a test tells it. Its password is `right`. */
export async function startScriptedSshServer(script: Script = {}): Promise<ScriptedSshServer> {
  const { privateKey, fingerprint } = createHostKey();
  const open = new Set<Connection>();
  let attempts = 0;
  let connections = 0;
  const signals: string[] = [];
  // ssh2 tells of no signal after the end of the input, except in its log.
  const debug = (message: string) => {
    const [, signal] = /signal: (\w+)/.exec(message) ?? [];
    if (signal) signals.push(signal);
  };
  const server = new ssh2.Server({ hostKeys: [privateKey], debug }, (client) => {
    connections += 1;
    open.add(client);
    client.on("close", () => open.delete(client));
    client.on("error", () => open.delete(client));
    client.on("authentication", (context) => {
      attempts += 1;
      if (context.method === "password" && context.password === "right") context.accept();
      else context.reject(["password"]);
    });
    client.on("session", (accept) => {
      if (!script.onCommand && !script.refusesCommands) return;
      accept().on("exec", (acceptCommand, rejectCommand, { command }) => {
        if (script.refusesCommands) rejectCommand();
        else script.onCommand?.(acceptCommand(), command);
      });
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port to listen on");

  return {
    host: "127.0.0.1",
    port: address.port,
    user: "rollcall",
    password: "right",
    fingerprint,
    loginAttempts: () => attempts,
    connections: () => connections,
    signals: () => signals,
    async stop() {
      for (const client of open) client.end();
      server.close();
      await once(server, "close");
    },
  };
}
