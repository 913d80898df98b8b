import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { giveInput } from "./give-input";
import { readAnswer } from "./read-answer";

type LocalCommand = ChildProcessByStdio<Writable, Readable, Readable>;

// Whole and constant, so that an answer never depends on how Rollcall was started. (With
// GATEWAY_INTERFACE set, for one, ProFTPD's tools print HTML.)
const env = {
  LC_ALL: "C",
  // Asked for by Next's types alone.
  NODE_ENV: "production",
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
} as const;

/** Runs commands on this machine. */
export function createLocalTransport(): Transport {
  const running = new Set<LocalCommand>();
  let isClosed = false;

  return {
    async run(command, signal, input) {
      signal.throwIfAborted();
      if (isClosed) throw new SourceError("unreachable", reason("wayClosed"));
      // A process group of its own, so that a command is ended with all that it started.
      const child = spawn("/bin/sh", ["-c", command.text], {
        cwd: "/",
        detached: true,
        env,
        stdio: ["pipe", "pipe", "pipe"],
      });
      running.add(child);
      try {
        if (child.pid === undefined) throw await toStartFailure(child);
        giveInput(child.stdin, input);
        return await readAnswer(child, () => killGroup(child), signal);
      } finally {
        running.delete(child);
      }
    },
    async close() {
      isClosed = true;
      for (const child of running) killGroup(child);
    },
  };
}

async function toStartFailure(child: LocalCommand): Promise<SourceError> {
  const [cause] = await once(child, "error");
  const why = reason("startsNoCommand", { said: String(cause) });
  return new SourceError("unreachable", why, { cause });
}

function killGroup(child: LocalCommand): void {
  child.stdout.destroy();
  child.stderr.destroy();
  // Once it has exited, its number may belong to somebody else.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, "SIGKILL");
}
