import { z } from "zod";
import { parseAsked } from "@/lib/providers/linux/parse-asked";
import { isSameSession } from "@/lib/sessions/same-session";
import { defineProvider } from "@/lib/sessions/session-provider";
import type { SessionRef } from "@/lib/sessions/session-ref";
import { beforeAsking } from "@/lib/sessions/source-error";
import { askToEnd, listProcesses, parseProcesses } from "./sftp-server";
import { toRef, toSession } from "./to-session";

/** SFTP sessions of OpenSSH on Linux, where sshd_config names the program: `Subsystem sftp /usr/lib/openssh/sftp-server`. */
export const opensshSftpProvider = defineProvider({
  name: "openssh-sftp",
  kind: "ftp",
  title: "OpenSSH SFTP",
  settingsSchema: z.strictObject({}).readonly(),

  open(sourceId, _settings, transport) {
    const look = async (signal: AbortSignal) =>
      parseProcesses(await transport.run(listProcesses, signal));

    return {
      id: sourceId,

      async list(signal) {
        const { processes, clock } = await look(signal);
        return processes.map((process) => toSession(process, sourceId, clock));
      },

      async act(refs, _action, signal) {
        const { processes } = await beforeAsking(look(signal));
        const byId = new Map(processes.map((process) => [String(process.pid), process]));
        const findSame = (ref: SessionRef) => {
          const process = byId.get(ref.id);
          return process && isSameSession(ref, toRef(process, sourceId)) ? process : undefined;
        };
        const same = refs.map(findSame);
        const endings = same.filter((process) => process !== undefined);
        const asked = parseAsked(await transport.run(askToEnd(endings), signal), endings);
        return refs.map(({ id }, index) => {
          const answer = asked.get(same[index]?.pid ?? 0);
          return answer ?? { status: byId.has(id) ? "replaced" : "gone" };
        });
      },
    };
  },
});
