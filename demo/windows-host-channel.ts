import iconv from "iconv-lite";
import type { ServerChannel } from "ssh2";
import type { Host } from "./windows-host-behaviour";
import { type Console, runCmd } from "./windows-host-cmd";
import { readInput } from "./windows-host-input";
import { runPowerShell } from "./windows-host-powershell";
import { notFound, runHostProgram } from "./windows-host-programs";
import { runSh } from "./windows-host-sh";

/** What may go wrong on the way. */
export interface ConnectionBehaviour {
  /** Takes commands and never answers. */
  isFrozen: boolean;
  /** Sends no more than so many bytes of stdout. */
  cutAfterBytes: number | null;
  /** `hang`: the exit code is sent, the channel stays open. `silence`: not even an exit code. */
  afterwards: "close" | "hang" | "silence";
  /** All of stdout that the last command had to say, cut or not. */
  lastAnswer: Buffer;
}

export type HostShell = "cmd" | "powershell" | "sh";
export type ConnectedHost = Host & { readonly connection: ConnectionBehaviour };

const runners = { cmd: runCmd, powershell: runPowerShell, sh: runSh } as const;

/** Runs one command line and says what it says, in the code page of the host. */
export async function answer(
  channel: ServerChannel,
  command: string,
  host: ConnectedHost,
  shell: HostShell,
): Promise<void> {
  const { connection } = host;
  if (connection.isFrozen) return;
  const code = await runners[shell](command, toConsole(channel, host));
  if (connection.afterwards === "silence" || channel.destroyed) return;
  channel.exit(code === notFound ? 1 : code);
  if (connection.afterwards === "close") channel.end();
}

function toConsole(channel: ServerChannel, host: ConnectedHost): Console {
  const { connection, language } = host;
  const { codePage } = language;
  const encoding = codePage === 65_001 ? "utf8" : `cp${codePage}`;
  connection.lastAnswer = Buffer.alloc(0);
  let isClosed = false;
  channel.on("close", () => {
    isClosed = true;
  });
  const write = (text: string) => {
    const sent = connection.lastAnswer.length;
    connection.lastAnswer = Buffer.concat([connection.lastAnswer, iconv.encode(text, encoding)]);
    const cutAt = connection.cutAfterBytes ?? connection.lastAnswer.length;
    if (cutAt > sent && !isClosed) channel.write(connection.lastAnswer.subarray(sent, cutAt));
  };
  const writeError = (text: string) => {
    if (!isClosed) channel.stderr.write(iconv.encode(text, encoding));
  };

  return {
    input: readInput(channel, (bytes) => iconv.decode(bytes, encoding)),
    print: (line) => write(`${line}\r\n`),
    printError: (line) => writeError(`${line}\r\n`),
    async runProgram(words, { errors, input }) {
      const { stdout = "", stderr = "", code } = await runHostProgram(host, words, input);
      write(stdout);
      if (errors === "merged") write(stderr);
      if (errors === "apart") writeError(stderr);
      return code;
    },
  };
}
