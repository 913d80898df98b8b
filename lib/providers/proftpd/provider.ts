import { z } from "zod";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import { isSameSession } from "@/lib/sessions/same-session";
import { defineProvider } from "@/lib/sessions/session-provider";
import { beforeAsking } from "@/lib/sessions/source-error";
import { endConnections, parseEnded } from "./end-connections";
import { createLook } from "./look-at-proftpd";

const settingsSchema = z
  .strictObject({
    scoreboard: checkedPathSchema.optional(),
    ftpwho: checkedPathSchema.optional(),
    program: checkedPathSchema.optional(),
  })
  .readonly();

/** ProFTPD 1.3.6 and newer on Linux, read through its own `ftpwho -o json`. */
export const proftpdProvider = defineProvider({
  name: "proftpd",
  kind: "ftp",
  title: "ProFTPD",
  settingsSchema,

  open(sourceId, settings, transport) {
    const look = createLook(sourceId, settings, transport);
    return {
      id: sourceId,
      list: look,

      async act(refs, _action, signal) {
        const sessions = await beforeAsking(look(signal));
        const present = new Map(sessions.map(({ ref }) => [ref.id, ref]));
        const unchanged = refs.filter((ref) => {
          const found = present.get(ref.id);
          return found && isSameSession(ref, found);
        });
        const processes = unchanged.map(({ id, start }) => ({
          pid: Number(id),
          startTicks: Number(start),
        }));
        const answer = await transport.run(endConnections(processes, settings), signal);
        const asked = parseEnded(answer, processes);
        return refs.map(
          ({ id }) => asked.get(Number(id)) ?? { status: present.has(id) ? "replaced" : "gone" },
        );
      },
    };
  },

  async isRunning(transport, signal) {
    const { stdout } = await transport.run(findDaemon, signal);
    return new TextDecoder().decode(stdout).includes("proftpd");
  },
});

const findDaemon = shScript`grep -hs -e " (proftpd) [^ZX]" -e " (in.proftpd) [^ZX]" /proc/[0-9]*/stat; echo rollcall-end`;
