import type { EventEmitter } from "node:events";
import type { Readable } from "node:stream";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { orAborted } from "./or-aborted";
import { toWholeAnswer } from "./whole-answer";

const mebibytes = 2;
const maxBytes = mebibytes * 1024 * 1024;
const graceMs = 500;

/** What a child process and an SSH channel have in common. */
export interface RunningCommand extends EventEmitter {
  readonly stdout: Readable;
  readonly stderr: Readable;
}

/**
 * Call it in the same step that starts the command, or its first events are missed. `kill` is called
 * when the signal is aborted or the output grows over 2 MiB.
 */
export async function readAnswer(
  command: RunningCommand,
  kill: () => void,
  signal: AbortSignal,
): Promise<Answer> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const exitCode = await orAborted(collect(command, stdout, stderr), signal).catch((error) => {
    kill();
    throw error;
  });
  return toWholeAnswer(Buffer.concat(stdout), Buffer.concat(stderr), exitCode);
}

/** Resolves with the exit code once no more output is to be expected; null when there was none. */
function collect(
  command: RunningCommand,
  stdout: Buffer[],
  stderr: Buffer[],
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let exitCode: number | null = null;
    let grace: NodeJS.Timeout | undefined;

    const collectInto = (chunks: Buffer[]) => (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) reject(new SourceError("too-large", reason("tooLarge", { mebibytes })));
      else chunks.push(chunk);
      grace?.refresh();
    };
    command.stdout.on("data", collectInto(stdout));
    command.stderr.on("data", collectInto(stderr));
    // Without a listener, a server that speaks after its own end of output would stop Rollcall.
    command.stderr.on("error", reject);
    command.on("exit", (code: unknown) => {
      exitCode = typeof code === "number" ? code : null;
      // A grandchild can hold the output open for ever after the command has ended (Win32-OpenSSH #2452).
      grace = setTimeout(() => {
        resolve(exitCode);
        command.stdout.destroy();
        command.stderr.destroy();
      }, graceMs);
    });
    command.on("close", () => {
      clearTimeout(grace);
      resolve(exitCode);
    });
  });
}
