import ssh2 from "ssh2";

export interface SshLogin {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password?: string;
  readonly privateKey?: string;
}

/** A connection of ssh2 and nothing around it. */
export function connectBare(login: SshLogin): Promise<ssh2.Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.on("error", reject);
    client.on("ready", () => resolve(client.setNoDelay(true)));
    client.connect(login);
  });
}

/** All that the line says on stdout. */
export function execBare(client: ssh2.Client, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    client.exec(line, (error, channel) => {
      if (error) return reject(error);
      let text = "";
      channel.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
      });
      channel.stderr.resume();
      channel.on("close", () => resolve(text));
    });
  });
}
