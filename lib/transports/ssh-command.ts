import { setTimeout as pause } from "node:timers/promises";
import type { ClientChannel } from "ssh2";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { orAborted } from "./or-aborted";
import { readAnswer } from "./read-answer";
import type { SshConnection } from "./ssh-connection";

const openFailed = 2;
const noRoomPauseMs = 50;
const frozenAfterMs = 1_000;

interface SshCommand {
  readonly line: string;
  readonly input: Uint8Array | undefined;
}

/** Runs one command line on the connection. Waits where the server has no room for one more. */
export async function runSshCommand(
  connection: SshConnection,
  command: SshCommand,
  signal: AbortSignal,
): Promise<Answer> {
  for (;;) {
    const answer = await execute(connection, command, signal);
    if (answer !== "no-room") return answer;
    // A server frees the room of a command a little after its end.
    await orAborted(pause(noRoomPauseMs), signal);
  }
}

function execute(
  connection: SshConnection,
  { line, input }: SshCommand,
  signal: AbortSignal,
): Promise<Answer | "no-room"> {
  return new Promise((resolve, reject) => {
    const askedAtMs = performance.now();
    // A peer that does not even open a channel is frozen: the next command needs a new connection.
    const giveUp = () => {
      reject(signal.reason);
      if (performance.now() - askedAtMs >= frozenAfterMs) connection.destroy();
    };
    const notTaken = (error: Error) => {
      signal.removeEventListener("abort", giveUp);
      if ("reason" in error && error.reason === openFailed) resolve("no-room");
      else reject(connection.isLost() ? toLoss(error) : toRefusal(error));
    };
    signal.addEventListener("abort", giveUp);
    try {
      connection.client.exec(line, (error, channel) => {
        if (error) return notTaken(error);
        signal.removeEventListener("abort", giveUp);
        const end = () => channel.eof();
        if (input) channel.write(input, end);
        else end();
        readAnswer(channel, () => killRemote(channel), signal).then(resolve, reject);
      });
    } catch (error) {
      if (!(error instanceof Error && error.message === "Not connected")) throw error;
      connection.destroy();
      notTaken(error);
    }
  });
}

/** Closing the channel would leave the command running, so it is ended first. */
function killRemote(channel: ClientChannel): void {
  const { outgoing } = channel;
  // ssh2 sends no signal after the end of the input, although RFC 4254 (6.9) allows it.
  if (typeof outgoing === "object" && outgoing && "state" in outgoing && outgoing.state === "eof") {
    outgoing.state = "open";
  }
  channel.signal("KILL");
  channel.close();
}

function toLoss(cause: Error): SourceError {
  return new SourceError("unreachable", reason("lostBeforeCommand"), { cause });
}

function toRefusal(cause: Error): SourceError {
  const why = reason("runsNoCommands", { said: cause.message });
  return new SourceError("refused", why, { cause });
}
