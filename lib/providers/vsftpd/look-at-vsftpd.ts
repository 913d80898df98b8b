import { detailsPart, splitAnswer } from "@/lib/providers/ftp/details-part";
import type { FtpDaemon, FtpLook } from "@/lib/providers/ftp/open-ftp-source";
import { packedPart, unpack } from "@/lib/providers/linux/packed";
import { clockPart, createSteadyClock, parseClock } from "@/lib/providers/linux/server-clock";
import { type CheckedPath, shPart, shScript } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { SourceLimit } from "@/lib/sessions/source-limit";
import type { Transport } from "@/lib/sessions/transport";
import { toFtpProcess } from "./to-ftp-process";
import { parseVsftpdProcesses, processesPart } from "./vsftpd-processes";
import { toServer, type VsftpdServer } from "./vsftpd-sessions";

/** Reads the titles of the processes, for vsftpd has no status tool. */
export function createLook(
  program: CheckedPath | undefined,
  transport: Transport,
): FtpDaemon["look"] {
  const toClock = createSteadyClock();
  return async (question, signal): Promise<FtpLook> => {
    const { stdout } = await transport.run(
      shScript`${packedPart(shPart`${clockPart}
${processesPart(program)}
${detailsPart(question, socketUser)}`)}`,
      signal,
    );
    const answer = splitAnswer(unpack(stdout));
    if (!answer) throw new SourceError("unreadable", reason("noEndOfRecords"));
    const { bootMs, nowMs } = toClock(parseClock(answer.text));
    const server = toServer(parseVsftpdProcesses(answer.text));
    if (server.daemons.length + server.sessions.length === 0) {
      const why = reason("notRunning", { software: "vsftpd" });
      throw new SourceError("unreachable", why, { isNobodyLeft: true });
    }
    return {
      processes: server.sessions.map((session) => toFtpProcess(session, bootMs)),
      details: answer.details,
      nowMs,
      limits: limitsOf(server),
    };
  };
}

const socketUser = shPart`(\\"vsftpd\\",`;

function limitsOf({ daemons, sessions }: VsftpdServer): readonly SourceLimit[] {
  const limits: SourceLimit[] = [];
  const add = (code: SourceLimit["code"], remedy: string | null) =>
    limits.push({ code, remedy, count: null });
  const workers = sessions.map(({ worker }) => worker);
  if ([...daemons, ...workers].some(({ title }) => !title)) {
    add("no-titles", "setproctitle_enable=YES");
  }
  if (daemons.length === 0 && sessions.some(({ isLeftAlone }) => isLeftAlone)) {
    add("daemon-gone", null);
  }
  return limits;
}
