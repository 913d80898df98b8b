import { spawn } from "node:child_process";
import type { ServerChannel } from "ssh2";
import type { Transport } from "@/lib/sessions/transport";
import { createSshTransport } from "@/lib/transports/ssh";
import { startScriptedSshServer } from "./scripted-ssh-server";

export interface RecordingSshd {
  readonly transport: Transport;
  /** Every command line it was sent, byte for byte. */
  lines(): readonly string[];
  stop(): Promise<void>;
}

/** An SSH server that runs on this machine what it is sent, with these folders before the system's. */
export async function startRecordingSshd(pathPrefix = ""): Promise<RecordingSshd> {
  const lines: string[] = [];
  const path = `${pathPrefix}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  const server = await startScriptedSshServer({
    onCommand(channel, line) {
      lines.push(line);
      runHere(channel, line, path);
    },
  });
  const { host, port, user, password, fingerprint } = server;
  const transport = createSshTransport({
    ...{ host, port, user, credential: { password } },
    trustedFingerprint: async () => fingerprint,
  });
  return {
    transport,
    lines: () => lines,
    async stop() {
      await transport.close();
      await server.stop();
    },
  };
}

function runHere(channel: ServerChannel, line: string, path: string): void {
  const env = { PATH: path, NODE_ENV: "test", SSH_CONNECTION: "127.0.0.1 1 127.0.0.1 22" } as const;
  const shell = spawn("/bin/sh", ["-c", line], { env, stdio: "pipe" });
  channel.pipe(shell.stdin);
  shell.stdout.pipe(channel, { end: false });
  shell.stderr.pipe(channel.stderr, { end: false });
  shell.on("close", (code) => {
    channel.exit(code ?? 1);
    channel.end();
  });
}
