import { z } from "zod";
import { openFtpSource } from "@/lib/providers/ftp/open-ftp-source";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import { defineProvider } from "@/lib/sessions/session-provider";
import { createCompletion } from "./complete-processes";
import { createLook } from "./look-at-vsftpd";

/** `program`: only sessions of the daemon with this binary, where there are several. */
const settingsSchema = z.strictObject({ program: checkedPathSchema.optional() }).readonly();

/** vsftpd 3 on Linux, read through the titles of its processes. */
export const vsftpdProvider = defineProvider({
  name: "vsftpd",
  kind: "ftp",
  title: "vsftpd",
  settingsSchema,

  open(sourceId, { program }, transport) {
    const daemon = {
      name: "vsftpd",
      program,
      look: createLook(program, transport),
      complete: createCompletion(),
    } as const;
    return openFtpSource(sourceId, daemon, transport);
  },

  async find(transport, signal) {
    const { stdout } = await transport.run(findProcess, signal);
    return stdout.length > 0 ? [{}] : [];
  },
});

const findProcess = shScript`grep -hs "^[0-9]* (vsftpd) [^ZX]" /proc/[0-9]*/stat; echo rollcall-end`;
