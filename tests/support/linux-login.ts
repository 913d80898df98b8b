import { once } from "node:events";
import ssh2, { type ClientChannel } from "ssh2";

export interface LinuxLogin {
  /** False once the server has closed its terminal. */
  isConnected(): boolean;
  /** Types this and Enter. */
  type(line: string): void;
  /** All that the terminal has shown so far. */
  shown(): string;
  /** Another terminal of the same connection. */
  openTerminal(): Promise<LinuxLogin>;
  leave(): Promise<void>;
}

export interface LoginAddress {
  readonly host: string;
  readonly port: number;
  readonly privateKey: string;
}

/** Signs somebody in with a terminal, as `ssh user@host` does. */
export async function logInOverSsh(address: LoginAddress, user: string): Promise<LinuxLogin> {
  const client = new ssh2.Client();
  const { host, port, privateKey } = address;
  client.connect({ host, port, username: user, privateKey });
  await once(client, "ready");
  // An ended login may break off with an error first; "close" follows in any case.
  client.on("error", () => undefined);
  const closed = once(client, "close");
  const leave = async () => {
    client.end();
    await closed;
  };
  return openTerminal(client, leave);
}

async function openTerminal(client: ssh2.Client, leave: () => Promise<void>): Promise<LinuxLogin> {
  const channel = await new Promise<ClientChannel>((resolve, reject) => {
    client.shell((error, opened) => (error ? reject(error) : resolve(opened)));
  });
  let isOpen = true;
  let shown = "";
  channel.on("data", (chunk: Buffer) => {
    shown += chunk;
  });
  channel.on("close", () => {
    isOpen = false;
  });
  return {
    isConnected: () => isOpen,
    type: (line) => channel.write(`${line}\n`),
    shown: () => shown,
    openTerminal: () => openTerminal(client, leave),
    leave,
  };
}
