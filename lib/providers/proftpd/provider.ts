import { z } from "zod";
import { openFtpSource } from "@/lib/providers/ftp/open-ftp-source";
import { checkedPathSchema } from "@/lib/sessions/command";
import { defineProvider } from "@/lib/sessions/session-provider";
import { assertCleared, clearLeftovers } from "./clear-leftovers";
import { askForDaemons, parseDaemons } from "./find-scoreboard";
import { createLook } from "./look-at-proftpd";

const settingsSchema = z
  .strictObject({
    scoreboard: checkedPathSchema.optional(),
    ftpwho: checkedPathSchema.optional(),
    program: checkedPathSchema.optional(),
  })
  .readonly();

/** ProFTPD on Linux, read from its scoreboard; where that is not understood, through `ftpwho -o json`. */
export const proftpdProvider = defineProvider({
  name: "proftpd",
  kind: "ftp",
  title: "ProFTPD",
  settingsSchema,

  open(sourceId, settings, transport) {
    const daemon = {
      name: "proftpd",
      program: settings.program,
      look: createLook(settings, transport),
      async clearLeftovers(signal: AbortSignal) {
        assertCleared(await transport.run(clearLeftovers(settings.scoreboard), signal));
      },
    } as const;
    return openFtpSource(sourceId, daemon, transport);
  },

  async find(transport, signal) {
    return parseDaemons(await transport.run(askForDaemons, signal));
  },
});
