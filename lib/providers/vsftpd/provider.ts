import { z } from "zod";
import { openFtpSource } from "@/lib/providers/ftp/open-ftp-source";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import { defineProvider } from "@/lib/sessions/session-provider";
import { createCompletion } from "./complete-processes";
import { createLook } from "./look-at-vsftpd";
import { parseVsftpdProcesses, processesPart } from "./vsftpd-processes";
import { toServer } from "./vsftpd-sessions";

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
    const { stdout } = await transport.run(findProcesses, signal);
    const text = Buffer.from(stdout).toString("latin1");
    const { daemons, sessions } = toServer(parseVsftpdProcesses(text));
    return daemons.length + sessions.length > 0 ? [{}] : [];
  },
});

const findProcesses = shScript`LC_ALL=C; export LC_ALL
${processesPart(undefined)}
echo rollcall-end`;
