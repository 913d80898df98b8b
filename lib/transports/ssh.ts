import type { Command } from "@/lib/sessions/command";
import type { Transport } from "@/lib/sessions/transport";
import { limitTo } from "./in-turn";
import { keepConnection, type SshSettings } from "./kept-connection";
import { runSshCommand } from "./ssh-command";

// sshd allows 10 (MaxSessions), and people lower it.
const commandsAtOnce = 4;

/** Runs commands on a server over one kept SSH connection. */
export function createSshTransport(settings: SshSettings): Transport {
  const connection = keepConnection(settings);
  const inTurn = limitTo(commandsAtOnce);

  return {
    run: (command, signal, input) =>
      inTurn(signal, async () =>
        runSshCommand(await connection.get(signal), { line: toLine(command), input }, signal),
      ),
    async close() {
      connection.close();
    },
  };
}

/** Longer than any deadline of ours: it ends what a lost connection, or sshd as root, leaves running. */
const longestRunSeconds = 30;

function toLine({ shell, text }: Command): string {
  return shell === "sh" ? `exec timeout ${longestRunSeconds} /bin/sh -c '${text}'` : text;
}
