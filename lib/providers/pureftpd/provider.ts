import { z } from "zod";
import { openFtpSource } from "@/lib/providers/ftp/open-ftp-source";
import { checkedPathSchema, shScript } from "@/lib/sessions/command";
import { defineProvider } from "@/lib/sessions/session-provider";
import { parseDaemonProcesses, processesPart } from "./daemon-processes";
import { createLook } from "./look-at-pureftpd";
import { addClients } from "./to-ftp-process";

/** `ftpwho`: path of pure-ftpwho, else found. `program`: the daemon's binary, compared before a signal. */
const settingsSchema = z
  .strictObject({ ftpwho: checkedPathSchema.optional(), program: checkedPathSchema.optional() })
  .readonly();

/** Pure-FTPd on Linux, read through its own `pure-ftpwho -p`. One source is all of its daemons on a server. */
export const pureftpdProvider = defineProvider({
  name: "pureftpd",
  kind: "ftp",
  title: "Pure-FTPd",
  settingsSchema,

  open(sourceId, { ftpwho, program }, transport) {
    const daemon = {
      name: "pureftpd",
      program,
      look: createLook(ftpwho, transport),
      complete: addClients,
    } as const;
    return openFtpSource(sourceId, daemon, transport);
  },

  async find(transport, signal) {
    const { stdout } = await transport.run(findServers, signal);
    const { servers } = parseDaemonProcesses(Buffer.from(stdout).toString("latin1"));
    return servers.length > 0 ? [{}] : [];
  },
});

const findServers = shScript`LC_ALL=C; export LC_ALL
${processesPart}
echo rollcall-end`;
