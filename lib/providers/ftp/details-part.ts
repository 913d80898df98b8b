import { readFileSync } from "node:fs";
import { type ShellPart, shipped, shPart } from "@/lib/sessions/command";
import { type ProcessDetails, parseDetails } from "./process-details";
import { parseRights, type Rights, rightsPart } from "./rights";
import { parseSockets, type SocketsByPid } from "./sockets";

const rollcallLook = shipped(readFileSync(new URL("./rollcall-look", import.meta.url), "utf8"));

/** `none`: only what the daemon says. `rights`: also what the account may do, and the accounts of the system. */
export type Depth = "none" | "details" | "rights";

/** What is asked for besides the daemon's own list, and with which of the account's rights. */
export interface DetailsQuestion {
  readonly depth: Depth;
  readonly rights: Pick<Rights, "may">;
}

/**
 * A piece of a look: the folders, files and connections of the processes in `$pids`. As root, or with
 * sudo where that was seen to be allowed. Its records are bytes, so it stands last but for what a
 * daemon sends as bytes itself.
 */
export function detailsPart(
  { depth, rights }: DetailsQuestion,
  /** What grep finds in the users of a socket: `("vsftpd",`. */
  socketUser: ShellPart,
): ShellPart {
  if (depth === "none") return shPart`echo rollcall-records; printf "\\0rollcall-records-end\\0"`;
  const mayListSockets = rights.may.has("sockets") ? 1 : 0;
  const mayLook = rights.may.has("look") ? 1 : 0;
  return shPart`uid=$(id -u); ss=; may_sockets=${mayListSockets}; may_look=${mayLook}
${depth === "rights" ? rightsPart : shPart``}
if [ "$uid" = 0 ]; then ss=ss; elif [ $may_sockets = 1 ]; then ss="sudo -n /usr/bin/ss"; fi
if [ -n "$ss" ] && sockets=$($ss -Htinp state established 2>/dev/null); then
  echo rollcall-sockets
  printf "%s\\n" "$sockets" | grep -A1 -F "${socketUser}" |
    grep -oE "^[0-9].*users:[^ ]*|(bytes_acked|bytes_received|lastrcv):[0-9]+"
fi
echo rollcall-records
if [ "$uid" = 0 ]; then ( set -- $pids
${rollcallLook}
)
elif [ $may_look = 1 ]; then sudo -n /usr/local/sbin/rollcall-look $pids 2>/dev/null
fi
printf "\\0rollcall-records-end\\0"`;
}

export interface Details {
  readonly processes: ReadonlyMap<number, ProcessDetails>;
  /** Undefined where the account may not see them. */
  readonly sockets: SocketsByPid | undefined;
  /** Undefined when they were not asked for. */
  readonly rights: Rights | undefined;
}

export interface SplitAnswer {
  /** The lines before the records: of the daemon's tools and of /proc, one byte a letter. */
  readonly text: string;
  readonly details: Details;
  /** What follows the records. */
  readonly rest: Buffer;
}

const recordsStart = Buffer.from("\nrollcall-records\n");
// A record has a letter in front, so no path can look like this.
const recordsEnd = Buffer.from("\0rollcall-records-end\0");

/** Takes a look's answer apart. Undefined when it has no records part. */
export function splitAnswer(stdout: Uint8Array): SplitAnswer | undefined {
  const bytes = Buffer.from(stdout.buffer, stdout.byteOffset, stdout.byteLength);
  const start = bytes.indexOf(recordsStart);
  const end = bytes.indexOf(recordsEnd, start);
  if (start < 0 || end < 0) return undefined;
  const text = `${bytes.toString("latin1", 0, start)}\n`;
  const [lines = "", sockets] = text.split(/^rollcall-sockets\n/m);
  return {
    text: lines,
    details: {
      processes: parseDetails(bytes.subarray(start + recordsStart.length, end + 1)),
      sockets: sockets === undefined ? undefined : parseSockets(sockets),
      rights: parseRights(text),
    },
    rest: bytes.subarray(end + recordsEnd.length),
  };
}
