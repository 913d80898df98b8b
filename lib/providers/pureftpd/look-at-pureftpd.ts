import { type DetailsQuestion, detailsPart, splitAnswer } from "@/lib/providers/ftp/details-part";
import type { FtpLook } from "@/lib/providers/ftp/open-ftp-source";
import { packedPart, unpack } from "@/lib/providers/linux/packed";
import { clockPart, createSteadyClock, parseClock } from "@/lib/providers/linux/server-clock";
import { type CheckedPath, shPart, shScript } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Transport } from "@/lib/sessions/transport";
import { parseDaemonProcesses, processesPart } from "./daemon-processes";
import { joinSessions } from "./join-sessions";
import { parseWho } from "./parse-who";

/** One look at all Pure-FTPd daemons of a server: they share one list. */
export function createLook(ftpwho: CheckedPath | undefined, transport: Transport) {
  const toClock = createSteadyClock();
  // A sudo that refuses writes to the server's log, so it is asked again only with all other rights.
  let wasRefused = false;

  return async (question: DetailsQuestion, signal: AbortSignal): Promise<FtpLook> => {
    if (question.depth === "rights") wasRefused = false;
    const answer = await transport.run(whoIsConnected(ftpwho, question, wasRefused), signal);
    const split = splitAnswer(unpack(answer.stdout));
    if (!split) throw new SourceError("unreadable", reason("noEnd"));
    const { text, details } = split;
    const clock = toClock(parseClock(text));
    const who = parseWho(text, ftpwho);
    wasRefused ||= who.status === "refused";
    const found = parseDaemonProcesses(text);
    const { nowMs } = clock;
    return { ...joinSessions(who, found, { ...clock, sockets: details.sockets }), details, nowMs };
  };
}

/** pure-ftpwho before the processes, so that nobody who leaves meanwhile seems to be without an entry. */
function whoIsConnected(
  ftpwho: CheckedPath | undefined,
  question: DetailsQuestion,
  wasRefused: boolean,
) {
  const isAllowed = question.rights.may.has("pure-ftpwho") && !wasRefused;
  // Where the rights are asked anew, the script finds out.
  const mayAsk = isAllowed && question.depth !== "rights" ? 1 : 0;
  return shScript`${packedPart(shPart`unset GATEWAY_INTERFACE
${clockPart}
ftpwho="${ftpwho}"; uid=$(id -u); may_ask=${mayAsk}; code=not-allowed
if [ -z "$ftpwho" ]; then
  for ftpwho in /usr/sbin/pure-ftpwho /usr/local/sbin/pure-ftpwho "$(command -v pure-ftpwho)"; do
    [ -e "$ftpwho" ] && break
  done
fi
${question.depth === "rights" ? rightPart : shPart``}
echo rollcall-list
if [ ! -e "$ftpwho" ]; then code=127
elif [ "$uid" = 0 ]; then "$ftpwho" -p -n 2>/dev/null; code=$?
elif [ $may_ask = 1 ]; then sudo -n "$ftpwho" -p -n 2>/dev/null; code=$?
fi
echo "
rollcall-ftpwho $code $uid $(id -un) $ftpwho"
${processesPart}
${detailsPart(question, shPart`(\\"pure-ftpd`)}`)}`;
}

const rightPart = shPart`if [ "$uid" != 0 ] && sudo -n -l "$ftpwho" -p -n >/dev/null 2>&1; then
  may_ask=1; echo "rollcall-may pure-ftpwho"
fi`;
