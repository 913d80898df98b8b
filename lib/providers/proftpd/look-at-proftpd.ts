import type { CheckedPath } from "@/lib/sessions/command";
import type { FtpSession } from "@/lib/sessions/session";
import type { Transport } from "@/lib/sessions/transport";
import { askForScoreboard, findScoreboard } from "./find-scoreboard";
import { createLiveness } from "./live-connections";
import { askForStarts, parseStarts } from "./process-starts";
import { toSession } from "./to-session";
import { createTransferSpeeds } from "./transfer-speeds";
import { type ProftpdSettings, parseConnected, whoIsConnected } from "./who-is-connected";

/** One look at one daemon. Remembers between looks what need not be asked again, and how far transfers were. */
export function createLook(
  sourceId: string,
  settings: ProftpdSettings,
  transport: Transport,
): (signal: AbortSignal) => Promise<readonly FtpSession[]> {
  const speedsOf = createTransferSpeeds();
  const keepLive = createLiveness();
  let found: { readonly scoreboard: CheckedPath | undefined } | undefined;
  let daemonPid: number | undefined;

  async function ask(signal: AbortSignal) {
    const { scoreboard } = settings.scoreboard
      ? settings
      : (found ?? { scoreboard: findScoreboard(await transport.run(askForScoreboard, signal)) });
    // Forgotten until the answer is read: the daemon may have been started anew, elsewhere.
    found = undefined;
    const question = whoIsConnected({ ...settings, scoreboard }, daemonPid);
    const connected = parseConnected(await transport.run(question, signal));
    found = { scoreboard };
    daemonPid = connected.daemonPid;
    return connected;
  }

  return async (signal) => {
    const { connections, nowMs } = await keepLive(await ask(signal), async (pids) =>
      parseStarts(await transport.run(askForStarts(pids), signal)),
    );
    const speeds = speedsOf(connections, nowMs);
    return connections.map((connection) => {
      const bytesPerSecond = speeds.get(connection.pid) ?? null;
      return toSession(connection, { sourceId, nowMs, bytesPerSecond });
    });
  };
}
