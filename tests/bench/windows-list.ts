import ssh2 from "ssh2";
import { windowsProvider } from "@/lib/providers/windows/provider";
import { createSshTransport } from "@/lib/transports/ssh";
import { startWindowsHost, type WindowsHost } from "@/tests/support/windows-host";
import { compare } from "./measure";

/** `list` over a kept connection against one bare exec of the same command on a bare ssh2 connection. */
export async function compareWindowsList(): Promise<void> {
  const host = await startWindowsHost();
  const { password, fingerprint } = host;
  for (const user of ["anna", "bruno", "carla"]) host.signIn(user);
  const transport = createSshTransport({
    host: host.host,
    port: host.port,
    user: host.user,
    credential: { password },
    trustedFingerprint: async () => fingerprint,
  });
  const source = windowsProvider.open("bench/windows", {}, transport);
  const bare = await connect(host);
  try {
    await source.list(AbortSignal.timeout(5000));
    const command = host.commands().at(-1) ?? "";
    await compare({
      title: "windows: list over a kept SSH connection against one bare exec",
      aim: 1.3,
      rounds: 500,
      subject: () => source.list(AbortSignal.timeout(5000)),
      baseline: () => exec(bare, command),
    });
  } finally {
    bare.destroy();
    await transport.close();
    await host.stop();
  }
}

function connect({ host, port, user, password }: WindowsHost): Promise<ssh2.Client> {
  return new Promise((resolve, reject) => {
    const client = new ssh2.Client();
    client.once("error", reject);
    client.once("ready", () => resolve(client.setNoDelay(true)));
    client.connect({ host, port, username: user, password });
  });
}

function exec(client: ssh2.Client, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, channel) => {
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
