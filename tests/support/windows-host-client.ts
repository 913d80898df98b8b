import { once } from "node:events";
import iconv from "iconv-lite";
import { Client, type ClientChannel } from "ssh2";
import { onTestFinished } from "vitest";
import { startWindowsHost, type WindowsHost, type WindowsHostOptions } from "@/demo/windows-host";
import { waitFor } from "./wait-for";

interface RanCommand {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Null while none was sent. */
  readonly code: number | null;
  readonly isClosed: boolean;
}

interface StartedCommand {
  readonly channel: ClientChannel;
  /** Grows as the answer comes in. */
  readonly ran: RanCommand;
}

type Changing<Part> = { -readonly [Key in keyof Part]: Part[Key] };

/** A plain SSH client, which knows nothing of Windows. */
export interface HostClient {
  /** Sends `input` and its end, and waits for the end of the channel. */
  run(line: string, input?: Buffer | string): Promise<RanCommand>;
  /** What `run` finds on stdout, in the code page of the host. */
  read(line: string, input?: Buffer | string): Promise<string>;
  /** Leaves the input open and waits for nothing. */
  start(line: string): Promise<StartedCommand>;
  close(): void;
}

/** For one test: both end with it. */
export async function openHost(options: WindowsHostOptions) {
  const host = await startWindowsHost(options);
  onTestFinished(() => host.stop());
  const client = await connectToHost(host);
  onTestFinished(() => client.close());
  return { host, client };
}

export async function connectToHost(host: WindowsHost, privateKey?: string): Promise<HostClient> {
  const client = new Client();
  const credential = privateKey === undefined ? { password: host.password } : { privateKey };
  client.connect({ host: host.host, port: host.port, username: host.user, ...credential });
  await once(client, "ready");

  // Within the callback: a quick host has sent the exit code together with the channel.
  const start = (line: string) =>
    new Promise<StartedCommand>((resolve, reject) => {
      client.exec(line, (error, channel) => {
        if (error) reject(error);
        else resolve({ channel, ran: follow(channel) });
      });
    });

  async function run(line: string, input: Buffer | string = "") {
    const { channel, ran } = await start(line);
    channel.end(input);
    await waitFor(() => ran.isClosed);
    return ran;
  }

  return {
    start,
    run,
    async read(line, input) {
      return iconv.decode((await run(line, input)).stdout, `cp${host.language.codePage}`);
    },
    close: () => client.end(),
  };
}

function follow(channel: ClientChannel): RanCommand {
  const nothing = Buffer.alloc(0);
  const ran: Changing<RanCommand> = {
    stdout: nothing,
    stderr: nothing,
    code: null,
    isClosed: false,
  };
  channel.on("data", (chunk: Buffer) => {
    ran.stdout = Buffer.concat([ran.stdout, chunk]);
  });
  channel.stderr.on("data", (chunk: Buffer) => {
    ran.stderr = Buffer.concat([ran.stderr, chunk]);
  });
  channel.on("exit", (code: number) => {
    ran.code = code;
  });
  channel.on("close", () => {
    ran.isClosed = true;
  });
  return ran;
}
