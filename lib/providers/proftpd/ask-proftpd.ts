import {
  type Details,
  type DetailsQuestion,
  detailsPart,
  splitAnswer,
} from "@/lib/providers/ftp/details-part";
import { type Process, parseProcesses } from "@/lib/providers/ftp/processes";
import { packedPart, unpack } from "@/lib/providers/linux/packed";
import {
  type Clock,
  clockPart,
  parseClock,
  parseUptimeMs,
  uptimePart,
} from "@/lib/providers/linux/server-clock";
import { type CheckedPath, shPart, shScript } from "@/lib/sessions/command";
import { reason } from "@/lib/sessions/reason";
import { SourceError } from "@/lib/sessions/source-error";
import type { Answer } from "@/lib/sessions/transport";
import { findScoreboard } from "./find-scoreboard";
import type { Memory } from "./live-entries";
import { magic } from "./parse-scoreboard";

const processName = shPart`-e " (proftpd) [^ZX]" -e " (in.proftpd) [^ZX]"`;
const socketUser = shPart`proftpd\\",`;

/** The scoreboard, wherever it is, and all processes of ProFTPD. */
export function askForAll(scoreboard: CheckedPath | undefined, question: DetailsQuestion) {
  return shScript`${packedPart(shPart`${clockPart}
${findScoreboard(scoreboard)}
printf "rollcall-scoreboard %s\\n" "$scoreboard"
folder=\${scoreboard%/*}
if [ -r "$scoreboard" ]; then echo rollcall-readable
elif [ -e "$scoreboard" ] || { [ -d "$folder" ] && [ ! -x "$folder" ]; }; then echo rollcall-unreadable
fi
[ ! -e /proc/1/task/1/children ] || echo rollcall-has-children
stats=$(grep -Hs ${processName} /proc/[0-9]*/stat)
pids=$(printf "%s\\n" "$stats" | sed -n "s,^/proc/\\([0-9]*\\)/stat:.*,\\1,p")
printf "%s\\n" "$stats"
${detailsPart(question, socketUser)}
[ ! -r "$scoreboard" ] || cat "$scoreboard"`)}`;
}

/** Only what changes from look to look, of a daemon that is known. */
export function askForChanges(
  scoreboard: CheckedPath,
  { daemonPid, childTicks, others, board }: Memory,
  question: DetailsQuestion,
) {
  const children = question.depth === "none" ? [] : [...childTicks.keys()];
  const before = shPart`${uptimePart}
scoreboard="${scoreboard}"; others="${others}"; pids="${children} $others"
${detailsPart(question, socketUser)}
files=
for pid in ${daemonPid} $others; do files="$files /proc/$pid/stat"; done
set -- $files /proc/${daemonPid}/task/${daemonPid}/children "$scoreboard"`;
  const packed = packedPart(shPart`${before}
cat "$@" 2>/dev/null`);
  if (board && board.bytes.length > mostUnpackedBytes) return shScript`${packed}`;
  return shScript`if [ -z "$SSH_CONNECTION" ]; then
${before}
exec cat "$@" - 2>/dev/null <<END

rollcall-end
END
fi
${packed}`;
}

/** On one machine packing costs more than it saves, and so does every process more than one. */
const mostUnpackedBytes = 1024 * 1024;

/** Which of these processes live, and since when. */
export function askForProcesses(pids: readonly number[]) {
  return shScript`LC_ALL=C; export LC_ALL
files=$(echo "${pids}" | sed "s,[0-9][0-9]*,/proc/&/stat,g")
grep -Hs ${processName} /dev/null $files
echo rollcall-end`;
}

export interface AllOfProftpd {
  readonly path: string;
  readonly state: "readable" | "unreadable" | "missing";
  readonly clock: Clock;
  /** Whether this kernel lists the children of a process. */
  readonly hasChildren: boolean;
  readonly processes: ReadonlyMap<number, Process>;
  readonly details: Details;
  readonly file: Uint8Array;
}

/** @throws SourceError when the answer is not whole, or this account sees no processes. */
export function parseAll({ stdout }: Answer): AllOfProftpd {
  const { text, details, rest } = split(stdout);
  return {
    path: /^rollcall-scoreboard (.*)$/m.exec(text)?.[1] ?? "",
    state: toState(text),
    clock: parseClock(text),
    hasChildren: text.includes("\nrollcall-has-children\n"),
    processes: parseProcesses(text),
    details,
    file: rest,
  };
}

export interface ChangesOfProftpd extends Pick<AllOfProftpd, "details" | "file"> {
  readonly uptimeMs: number;
  readonly children: readonly number[];
  /** The daemon and the others that were asked about, as far as they live. */
  readonly processes: ReadonlyMap<number, Process>;
}

/** @throws SourceError when the answer is not whole. */
export function parseChanges({ stdout }: Answer): ChangesOfProftpd {
  const { text, details, rest } = split(stdout);
  const uptimeMs = parseUptimeMs(text);
  if (uptimeMs === undefined)
    throw new SourceError("unreadable", reason("noPart", { part: "uptime" }));
  const start = Math.max(0, rest.indexOf(magic));
  const before = rest.toString("latin1", 0, start);
  const stats = before.replace(/^(\d+) (?=\((?:in\.)?proftpd\) )/gm, "/proc/$1/stat:$1 ");
  const children = before.slice(before.lastIndexOf("\n") + 1).split(" ");
  return {
    uptimeMs,
    children: children.filter(Boolean).map(Number),
    processes: parseProcesses(stats),
    details,
    file: rest.subarray(start),
  };
}

function split(stdout: Uint8Array) {
  const answer = splitAnswer(unpack(stdout));
  if (!answer) throw new SourceError("unreadable", reason("noProcessesPart"));
  return answer;
}

function toState(text: string): AllOfProftpd["state"] {
  if (text.includes("\nrollcall-readable\n")) return "readable";
  return text.includes("\nrollcall-unreadable\n") ? "unreadable" : "missing";
}
