import { z } from "zod";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import { isSameSession } from "@/lib/sessions/same-session";
import { defineProvider } from "@/lib/sessions/session-provider";
import type { SessionRef } from "@/lib/sessions/session-ref";
import type { Asked } from "@/lib/sessions/session-source";
import { endConnections, parseEnded } from "./end-connections";
import { createLiveness } from "./live-connections";
import { askForStarts, parseStarts } from "./process-starts";
import { toSession } from "./to-session";
import { createTransferSpeeds } from "./transfer-speeds";
import { parseConnected, whoIsConnected } from "./who-is-connected";

const settingsSchema = z
  .strictObject({
    scoreboard: checkedPathSchema.optional(),
    ftpwho: checkedPathSchema.optional(),
    program: checkedPathSchema.optional(),
  })
  .readonly();

/** ProFTPD 1.3.6 and newer, read through its own `ftpwho -o json`. */
export const proftpdProvider = defineProvider({
  name: "proftpd",
  kind: "ftp",
  title: "ProFTPD",
  settingsSchema,

  open(sourceId, settings, transport) {
    const speedsOf = createTransferSpeeds();
    const keepLive = createLiveness();
    let daemonPid: number | undefined;

    const look = async (signal: AbortSignal) => {
      const answer = await transport.run(whoIsConnected(settings, daemonPid), signal);
      const connected = parseConnected(answer);
      daemonPid = connected.daemonPid;
      const { connections, nowMs } = await keepLive(connected, async (pids) =>
        parseStarts(await transport.run(askForStarts(pids), signal)),
      );
      const speeds = speedsOf(connections, nowMs);
      return connections.map((connection) => {
        const bytesPerSecond = speeds.get(connection.pid) ?? null;
        return toSession(connection, { sourceId, nowMs, bytesPerSecond });
      });
    };

    return {
      id: sourceId,
      list: look,

      async act(refs, _action, signal) {
        const present = new Map((await look(signal)).map(({ ref }) => [ref.id, ref]));
        const unchanged = refs.filter((ref) => {
          const found = present.get(ref.id);
          return found && isSameSession(ref, found);
        });
        const asked = await end(unchanged, signal);
        return refs.map((ref) => {
          if (unchanged.includes(ref)) return asked.get(Number(ref.id)) ?? { status: "gone" };
          return { status: present.has(ref.id) ? "replaced" : "gone" };
        });
      },
    };

    async function end(
      refs: readonly SessionRef[],
      signal: AbortSignal,
    ): Promise<ReadonlyMap<number, Asked>> {
      if (refs.length === 0) return new Map();
      const processes = refs.map(({ id, start }) => ({
        pid: Number(id),
        startTicks: Number(start),
      }));
      const answer = await transport.run(endConnections(processes, settings), signal);
      return parseEnded(
        answer,
        processes.map(({ pid }) => pid),
      );
    }
  },

  async isRunning(transport, signal) {
    const { stdout } = await transport.run(findDaemon, signal);
    return new TextDecoder().decode(stdout).includes("proftpd");
  },
});

const findDaemon = shScript`grep -hs -e " (proftpd) [^ZX]" -e " (in.proftpd) [^ZX]" /proc/[0-9]*/stat; echo rollcall-end`;
